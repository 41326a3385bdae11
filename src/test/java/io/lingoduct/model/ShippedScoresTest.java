package io.lingoduct.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lingoduct.text.metrics.Bleu;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Measures a shipped model anew on its test set and holds its manifest to what it claims. */
class ShippedScoresTest {

    private static final Path BUNDLE = Path.of("..", "models", "en-de");
    private static final Path DATA = Path.of("..", "..", "shared", "data", "tatoeba-en-de");
    private static final int ROWS = 32;

    @Test
    void shouldReachTheScoreThatItsManifestClaims() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "skipped: the test set is not there (" + DATA + ")");
        assumeTrue(Files.isDirectory(BUNDLE), "skipped: the bundle is not there (" + BUNDLE + ")");
        var claimed = ModelBundle.open(BUNDLE).manifest().scores().stream()
                .filter(score -> score.data().endsWith(" test"))
                .filter(score -> score.search().equals("greedy"))
                .findFirst()
                .orElseThrow();

        var hypotheses = translate(lines("test.en.gz"));

        var score = Bleu.cased13a().score(hypotheses, lines("test.de.gz"));
        assertThat(score.value()).isCloseTo(claimed.value(), within(0.1));
        assertThat(score.value()).isGreaterThanOrEqualTo(33);
    }

    private static List<String> translate(List<String> sources) {
        var translations = new String[sources.size()];
        try (var translator = OnnxTranslator.load(BUNDLE)) {
            var segments = sources.stream().map(translator::encode).toList();
            var byLength = IntStream.range(0, segments.size())
                    .boxed()
                    .sorted(Comparator.comparingInt(i -> segments.get(i).length()))
                    .toList();
            for (int start = 0; start < byLength.size(); start += ROWS) {
                var batch = byLength.subList(start, Math.min(byLength.size(), start + ROWS));
                var results =
                        translator.translate(batch.stream().map(segments::get).toList(), SearchOptions.GREEDY);
                for (int i = 0; i < batch.size(); i++) {
                    translations[batch.get(i)] = results.get(i).text();
                }
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
