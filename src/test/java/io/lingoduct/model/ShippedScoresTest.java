package io.lingoduct.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lingoduct.text.metrics.Bleu;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Measures a shipped model anew on its dev and test sets, and holds its manifest to what it claims. */
class ShippedScoresTest {

    private static final Path BUNDLE = Path.of("..", "models", "en-de");
    private static final Path DATA = Path.of("..", "..", "shared", "data", "tatoeba-en-de");
    private static final int ROWS = 32;

    @BeforeEach
    void requireData() {
        assumeTrue(Files.isDirectory(DATA), "skipped: the data is not there (" + DATA + ")");
        assumeTrue(Files.isDirectory(BUNDLE), "skipped: the bundle is not there (" + BUNDLE + ")");
    }

    @Test
    void shouldReachTheScoreThatItsManifestClaims() throws IOException {
        var claimed = ModelBundle.open(BUNDLE).manifest().scores().stream()
                .filter(score -> score.data().endsWith(" test"))
                .filter(score -> score.search().equals("greedy"))
                .findFirst()
                .orElseThrow();

        double bleu = bleu("test", OnnxTranslator::load, SearchOptions.GREEDY);

        assertThat(bleu).isCloseTo(claimed.value(), within(0.1));
        assertThat(bleu).isGreaterThanOrEqualTo(41);
    }

    @Test
    void shouldLoseLittleToIntegersAndToTheShortlist() throws IOException {
        double served = bleu("dev", OnnxTranslator::load, SearchOptions.GREEDY);
        double exact = bleu("dev", OnnxTranslator::loadFloat32, SearchOptions.GREEDY.withoutShortlist());

        assertThat(served).isCloseTo(exact, within(0.3));
    }

    @Test
    void shouldTranslateEachSentenceAloneAsInARandomBatch() throws IOException {
        var sources = lines("dev.en.gz");
        try (var translator = OnnxTranslator.load(ModelBundle.open(BUNDLE))) {
            var segments = sources.stream().map(translator::encode).toList();
            var order = shuffled(segments.size());
            var together = inBatches(translator, segments, order, SearchOptions.GREEDY);
            for (int i = 0; i < segments.size(); i++) {
                var alone = translator.translate(List.of(segments.get(i)), SearchOptions.GREEDY);
                assertThat(together.get(i)).isEqualTo(alone.get(0).text());
            }
        }
    }

    private static double bleu(String part, Function<ModelBundle, OnnxTranslator> loader, SearchOptions search)
            throws IOException {
        try (var translator = loader.apply(ModelBundle.open(BUNDLE))) {
            var segments =
                    lines(part + ".en.gz").stream().map(translator::encode).toList();
            var byLength = IntStream.range(0, segments.size())
                    .boxed()
                    .sorted(Comparator.comparingInt(i -> segments.get(i).length()))
                    .toList();
            var hypotheses = inBatches(translator, segments, byLength, search);
            return Bleu.cased13a().score(hypotheses, lines(part + ".de.gz")).value();
        }
    }

    private static List<Integer> shuffled(int size) {
        var order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(order, new Random(3));
        return order;
    }

    /** Batches of neighbours in the given order; the translations stand in the order of the segments. */
    private static List<String> inBatches(
            OnnxTranslator translator, List<EncodedSegment> segments, List<Integer> order, SearchOptions search) {
        var translations = new String[segments.size()];
        for (int start = 0; start < order.size(); start += ROWS) {
            var batch = order.subList(start, Math.min(order.size(), start + ROWS));
            var results = translator.translate(batch.stream().map(segments::get).toList(), search);
            for (int i = 0; i < batch.size(); i++) {
                translations[batch.get(i)] = results.get(i).text();
            }
        }
        return List.of(translations);
    }

    private static List<String> lines(String file) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(DATA.resolve(file)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
