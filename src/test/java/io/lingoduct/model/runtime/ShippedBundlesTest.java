package io.lingoduct.model.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.bundle.ManifestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every bundle under models/ must keep, whatever it has been trained on. */
class ShippedBundlesTest {

    private static final Path MODELS = Path.of("..", "models");
    private static final String WORDS =
            "the a dog man woman child sees has is walks in on house street and small old red";

    @TestFactory
    Stream<DynamicTest> shouldTranslateEachRowAsIfItWereAlone() throws IOException {
        return bundles()
                .map(bundle -> DynamicTest.dynamicTest(bundle.getFileName().toString(), () -> {
                    try (var translator = OnnxTranslator.load(bundle)) {
                        assertRowsAreIndependent(translator, SearchOptions.GREEDY);
                        assertRowsAreIndependent(
                                translator,
                                SearchOptions.beam(translator.model().maxBeamSize()));
                    }
                }));
    }

    private static void assertRowsAreIndependent(OnnxTranslator translator, SearchOptions search) {
        var segments = randomSegments().stream().map(translator::encode).toList();
        var alone = segments.stream()
                .map(segment -> translator.translate(List.of(segment), search).get(0))
                .toList();
        var order = new ArrayList<>(IntStream.range(0, segments.size()).boxed().toList());
        Collections.shuffle(order, new Random(5));
        var together = translator.translate(order.stream().map(segments::get).toList(), search);
        for (int row = 0; row < order.size(); row++) {
            var expected = alone.get(order.get(row));
            assertThat(together.get(row).text()).isEqualTo(expected.text());
            assertThat(together.get(row).score()).isCloseTo(expected.score(), within(1e-3f));
        }
    }

    private static List<String> randomSegments() {
        var words = WORDS.split(" ");
        var random = new Random(17);
        return IntStream.range(0, 32)
                .mapToObj(i -> IntStream.range(0, 1 + random.nextInt(20))
                        .mapToObj(word -> words[random.nextInt(words.length)])
                        .reduce((left, right) -> left + " " + right)
                        .orElseThrow())
                .toList();
    }

    private static Stream<Path> bundles() throws IOException {
        if (!Files.isDirectory(MODELS)) {
            return Stream.empty();
        }
        try (var folders = Files.list(MODELS)) {
            return folders.filter(folder -> Files.exists(folder.resolve(ManifestFile.NAME))).sorted().toList().stream();
        }
    }
}
