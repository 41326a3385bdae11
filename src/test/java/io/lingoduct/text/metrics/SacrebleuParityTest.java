package io.lingoduct.text.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with sacreBLEU's own figures, kept beside the repository where they are at hand. */
class SacrebleuParityTest {

    private static final Path FIXTURES = Path.of("..", "..", "shared", "metrics");

    @BeforeEach
    void requireFixtures() {
        assumeTrue(
                Files.isDirectory(FIXTURES),
                "skipped: no fixtures in " + FIXTURES.toAbsolutePath().normalize());
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "heavy", "hard"})
    void shouldAgreeOnCasedBleu(String set) throws IOException {
        assertAgreement(set, Bleu.cased13a(), "BLEU tok:13a case:mixed smooth:exp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "heavy", "hard"})
    void shouldAgreeOnLowercasedBleu(String set) throws IOException {
        assertAgreement(set, Bleu.lowercased13a(), "BLEU tok:13a case:lc smooth:exp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "heavy", "hard"})
    void shouldAgreeOnUntokenizedBleu(String set) throws IOException {
        assertAgreement(set, new Bleu(BleuTokenizer.NONE, false), "BLEU tok:none case:mixed smooth:exp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "heavy", "hard"})
    void shouldAgreeOnInternationallyTokenizedBleu(String set) throws IOException {
        assertAgreement(set, new Bleu(BleuTokenizer.INTL, false), "BLEU tok:intl case:mixed smooth:exp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "heavy", "hard"})
    void shouldAgreeOnUnsmoothedBleu(String set) throws IOException {
        var bleu = new Bleu(BleuTokenizer.V13A, false, BleuSmoothing.NONE);
        assertAgreement(set, bleu, "BLEU tok:13a case:mixed smooth:none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "heavy", "hard"})
    void shouldAgreeOnTheBleuOfSentences(String set) throws IOException {
        var expected = expected(set, "sentence BLEU tok:13a effective_order (first 8)");
        var hypotheses = lines(set + ".hyp");
        var references = lines(set + ".ref");

        assertThat(expected).hasSize(8);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(Bleu.cased13a().sentenceScore(hypotheses.get(i), references.get(i)))
                    .as("sentence %d", i + 1)
                    .isCloseTo(expected.get(i).asDouble(), within(1e-4));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "heavy", "hard"})
    void shouldAgreeOnChrf2(String set) throws IOException {
        assertAgreement(set, Chrf.chrf2(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "heavy", "hard"})
    void shouldAgreeOnChrf2PlusPlus(String set) throws IOException {
        assertAgreement(set, Chrf.chrf2PlusPlus(false));
    }

    private static void assertAgreement(String set, Chrf chrf) throws IOException {
        assertThat(chrf.score(lines(set + ".hyp"), lines(set + ".ref")).value())
                .isCloseTo(expected(set, chrf.name()).get("score").asDouble(), within(1e-4));
    }

    private static void assertAgreement(String set, Bleu bleu, String figure) throws IOException {
        var expected = expected(set, figure);
        var score = bleu.score(lines(set + ".hyp"), lines(set + ".ref"));

        assertThat(score.value()).isCloseTo(expected.get("score").asDouble(), within(1e-4));
        var precisions = expected.get("precisions");
        for (int order = 0; order < precisions.size(); order++) {
            assertThat(score.precisions().get(order))
                    .isCloseTo(precisions.get(order).asDouble(), within(1e-4));
        }
        assertThat(score.brevityPenalty()).isCloseTo(expected.get("bp").asDouble(), within(1e-6));
        assertThat(score.hypothesisLength()).isEqualTo(expected.get("hyp_len").asLong());
        assertThat(score.referenceLength()).isEqualTo(expected.get("ref_len").asLong());
    }

    private static JsonNode expected(String set, String figure) throws IOException {
        var root = new ObjectMapper().readTree(FIXTURES.resolve("expected.json").toFile());
        return root.get("sets").get(set).get(figure);
    }

    private static List<String> lines(String file) throws IOException {
        return List.of(Files.readString(FIXTURES.resolve(file)).split("\n"));
    }
}
