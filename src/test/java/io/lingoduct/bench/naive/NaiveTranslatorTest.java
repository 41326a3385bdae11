package io.lingoduct.bench.naive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lingoduct.bench.Sentences;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.TestBundles;
import io.lingoduct.model.Translation;
import io.lingoduct.model.bundle.ModelBundle;
import io.lingoduct.model.runtime.OnnxTranslator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NaiveTranslatorTest {

    private static final Path SHIPPED = Path.of("..", "models", "en-de");

    @TempDir
    Path folder;

    @Test
    void shouldTranslateAsTheGraphItIsCutOutOf() throws IOException {
        assumeTrue(Files.isDirectory(SHIPPED), "needs the bundle models/en-de");
        var bundle = ModelBundle.open(SHIPPED);
        try (var graph = OnnxTranslator.loadFloat32(bundle);
                var naive = NaiveTranslator.load(bundle, bundle.gpuGraphFile())) {
            var segments = new Sentences(3).make(16).stream().map(graph::encode).toList();
            var expected = graph.translate(segments, SearchOptions.GREEDY).stream()
                    .map(Translation::text)
                    .toList();

            assertThat(naive.translate(segments)).isEqualTo(expected);
        }
    }

    @Test
    void shouldSayWhyAGraphCannotBeTakenApart() {
        var bundle = ModelBundle.open(TestBundles.greedy().write(folder.resolve("bundle")));

        assertThatThrownBy(() -> NaiveTranslator.load(bundle, bundle.graphFile()))
                .isInstanceOf(UnsupportedGraphException.class)
                .hasMessage("it has no loop that takes an arg-max");
    }
}
