package io.lingoduct.model.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.TestBundles;
import io.lingoduct.model.bundle.ModelBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryEstimateTest {

    @TempDir
    Path folder;

    @Test
    void shouldCountGraphAndTokenizerAndALittleForEveryModel() throws IOException {
        var bundle = ModelBundle.open(TestBundles.greedy().write(folder));
        long graph = Files.size(bundle.graphFile());
        long tokenizer = Files.size(bundle.tokenizerFile());
        assertThat(MemoryEstimate.bytes(bundle)).isEqualTo(3 * graph + 16 * tokenizer + (2 << 20));
    }

    @Test
    void shouldKnowThatAGraphOfIntegersGrowsWhereItIsLoaded() throws IOException {
        var bundle = ModelBundle.open(Path.of("..", "models", "en-de"));
        long graph = Files.size(bundle.graphFile());
        long tokenizer = Files.size(bundle.tokenizerFile());
        assertThat(MemoryEstimate.bytes(bundle)).isEqualTo(14 * graph + 16 * tokenizer + (2 << 20));
    }
}
