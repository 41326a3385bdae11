package io.lingoduct.training.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.bundle.ManifestFile;
import io.lingoduct.model.bundle.ModelBundle;
import io.lingoduct.training.network.GreedySearch;
import io.lingoduct.training.network.Seq2Seq;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Users start from the models that are shipped, however the exporter has changed since. */
class ShippedModelsTest {

    private static Stream<Path> bundles() throws IOException {
        try (var files = Files.walk(Path.of("..", "models"))) {
            return files
                    .filter(file -> file.endsWith(ManifestFile.NAME))
                    .map(Path::getParent)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void shouldGiveTheirWeightsToARunThatStartsFromThem(Path folder) throws Exception {
        var bundle = ModelBundle.open(folder);
        var vocabulary = bundle.manifest().vocabulary();
        var start = TrainedBundle.open(folder);
        var network = new Seq2Seq(start.network());
        var sources = sources(vocabulary.size());

        start.copyInto(network);
        network.eval();

        var limits = start.limits();
        assertThat(new GreedySearch(network, limits).translate(sources))
                .containsExactly(ParityCheck.translate(bundle.gpuGraphFile(), limits, sources, SearchOptions.GREEDY)
                        .toArray(long[][]::new));
    }

    /** Words in no order; end-of-sentence has the id 2. */
    private static List<long[]> sources(int vocabulary) {
        var random = new Random(5);
        return Stream.generate(() -> LongStream.concat(random.longs(6, 300, vocabulary), LongStream.of(2))
                        .toArray())
                .limit(10)
                .toList();
    }
}
