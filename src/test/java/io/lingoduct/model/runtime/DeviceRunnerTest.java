package io.lingoduct.model.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.Device;
import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.TestBundles;
import io.lingoduct.model.bundle.ModelBundle;
import io.lingoduct.model.bundle.Shortlist;
import io.lingoduct.model.graph.SearchKind;
import io.lingoduct.model.tokenizer.SegmentCoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceRunnerTest {

    private static final Path SHIPPED = Path.of("..", "models", "small", "en-de");
    private static final SearchOptions BEAM = SearchOptions.beam(4);

    @TempDir
    Path folder;

    @BeforeEach
    void copyBundle() throws IOException {
        try (var files = Files.list(SHIPPED)) {
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void shouldBeReadyForTheKindOfSearchThatACallTakes() {
        var bundle = ModelBundle.open(folder);

        assertThat(DeviceRunner.kind(bundle, BEAM))
                .isEqualTo(kindOfCall(bundle))
                .isEqualTo(SearchKind.of(BEAM, true));
    }

    @Test
    void shouldBeReadyForTheWholeVocabularyWhereTheShortlistIsTooNarrow() throws IOException {
        narrowShortlist();
        var bundle = ModelBundle.open(folder);

        assertThat(DeviceRunner.kind(bundle, BEAM))
                .isEqualTo(kindOfCall(bundle))
                .isEqualTo(SearchKind.of(BEAM, false));
    }

    private static SearchKind kindOfCall(ModelBundle bundle) {
        int end = bundle.manifest().vocabulary().eosId();
        try (var coder = SegmentCoder.load(bundle);
                var runs = DeviceRunner.load(bundle, coder, Device.CPU, BEAM)) {
            return SearchKind.of(runs.runner().call(List.of(new EncodedSegment(new long[] {end})), BEAM));
        }
    }

    private void narrowShortlist() throws IOException {
        var vocabulary = ModelBundle.open(folder).manifest().vocabulary();
        var file = folder.resolve(Shortlist.FILE_NAME);
        Shortlist.of(
                        vocabulary.targetSize(),
                        new int[] {vocabulary.eosId()},
                        Collections.nCopies(vocabulary.size(), new int[0]))
                .write(file);
        TestBundles.replaceFile(folder, Shortlist.FILE_NAME, Files.readAllBytes(file));
    }
}
