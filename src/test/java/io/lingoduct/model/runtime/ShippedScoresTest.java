package io.lingoduct.model.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.bundle.ModelBundle;
import io.lingoduct.text.metrics.Bleu;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Measures the shipped models anew on their dev and test sets, and holds their manifests to what they claim. */
class ShippedScoresTest {

    private static final int ROWS = 32;

    // Loading takes longer than much of what is measured here.
    private static final Map<Shipped, OnnxTranslator> SERVED = new EnumMap<>(Shipped.class);

    /** The models that ship, with the score below which none of them may fall: BLEU, greedy, on the test set. */
    enum Shipped {
        EN_DE("en-de", "en", "de", 41),
        SMALL_EN_DE("small/en-de", "en", "de", 42),
        EN_FR("en-fr", "en", "fr", 43);

        private final String folder;
        private final String source;
        private final String target;
        private final double floor;

        Shipped(String folder, String source, String target, double floor) {
            this.folder = folder;
            this.source = source;
            this.target = target;
            this.floor = floor;
        }

        /** As it is served; stays open for the next test. */
        private OnnxTranslator translator() {
            return SERVED.computeIfAbsent(this, model -> OnnxTranslator.load(model.bundle()));
        }

        private Path bundle() {
            return Path.of("..", "models").resolve(folder);
        }

        private Path data() {
            return Path.of("..", "..", "shared", "data", "tatoeba-" + source + "-" + target);
        }

        private List<String> sources(String part) throws IOException {
            return lines(part + "." + source + ".gz");
        }

        private List<String> references(String part) throws IOException {
            return lines(part + "." + target + ".gz");
        }

        private List<String> lines(String file) throws IOException {
            try (var in = new GZIPInputStream(Files.newInputStream(data().resolve(file)))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            }
        }
    }

    @AfterAll
    static void close() {
        SERVED.values().forEach(OnnxTranslator::close);
        SERVED.clear();
    }

    @ParameterizedTest
    @EnumSource
    void shouldReachTheScoreThatItsManifestClaims(Shipped model) throws IOException {
        requireData(model);
        var claimed = ModelBundle.open(model.bundle()).manifest().scores().stream()
                .filter(score -> score.data().endsWith(" test"))
                .filter(score -> score.search().equals("greedy"))
                .findFirst()
                .orElseThrow();

        double bleu = bleu(model, "test", model.translator(), SearchOptions.GREEDY);

        assertThat(bleu).isCloseTo(claimed.value(), within(0.1));
        assertThat(bleu).isGreaterThanOrEqualTo(model.floor);
    }

    @ParameterizedTest
    @EnumSource
    void shouldLoseLittleToIntegersAndToTheShortlist(Shipped model) throws IOException {
        requireData(model);
        try (var float32 = OnnxTranslator.loadFloat32(ModelBundle.open(model.bundle()))) {
            double exact = bleu(model, "dev", float32, SearchOptions.GREEDY.withoutShortlist());

            assertThat(bleu(model, "dev", model.translator(), SearchOptions.GREEDY))
                    .isCloseTo(exact, within(0.3));
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldTranslateEachSentenceAloneAsInARandomBatch(Shipped model) throws IOException {
        requireData(model);
        var translator = model.translator();
        var segments = model.sources("dev").stream().map(translator::encode).toList();
        var order = shuffled(segments.size());
        var together = inBatches(translator, segments, order, SearchOptions.GREEDY);
        for (int i = 0; i < segments.size(); i++) {
            var alone = translator.translate(List.of(segments.get(i)), SearchOptions.GREEDY);
            assertThat(together.get(i)).isEqualTo(alone.get(0).text());
        }
    }

    private static double bleu(Shipped model, String part, OnnxTranslator translator, SearchOptions search)
            throws IOException {
        var segments = model.sources(part).stream().map(translator::encode).toList();
        var byLength = IntStream.range(0, segments.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> segments.get(i).length()))
                .toList();
        var hypotheses = inBatches(translator, segments, byLength, search);
        return Bleu.cased13a().score(hypotheses, model.references(part)).value();
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

    private static void requireData(Shipped model) {
        for (var folder : List.of(model.data(), model.bundle())) {
            assumeTrue(Files.isDirectory(folder), "skipped: it is not there (" + folder + ")");
        }
    }
}
