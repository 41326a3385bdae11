package io.lingoduct.training.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.bundle.Shortlist;
import io.lingoduct.training.loop.ProgressDisplay;
import io.lingoduct.training.shortlist.ShortlistOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunShortlistTest {

    @TempDir
    Path folder;

    @Test
    void shouldLeaveNoShortlistOfAnEarlierExportWhereTheBundleGetsNone() throws IOException {
        assertGone(false, Optional.empty());
    }

    @Test
    void shouldLeaveNoShortlistOfAnEarlierExportWhereThereIsNoneToAddTo() throws IOException {
        var unfinished = Files.createDirectory(folder.resolve("unfinished"));

        assertGone(true, Optional.of(new StartingPoint(unfinished, new StartingSource.OfRun(unfinished, null))));
    }

    private void assertGone(boolean enabled, Optional<StartingPoint> start) throws IOException {
        var earlier = Files.writeString(folder.resolve(Shortlist.FILE_NAME), "of an earlier export");
        var options = new ShortlistOptions(enabled, 10, 100, 0.001, 5);
        var display = new ProgressDisplay(new PrintStream(OutputStream.nullOutputStream()), false, () -> 0);

        var written = new RunShortlist(options, null, start, display).write(List.of(), List.of(), folder);

        assertThat(written).isEmpty();
        assertThat(earlier).doesNotExist();
    }
}
