package io.lingoduct.training.compare;

import io.lingoduct.training.network.Cell;
import io.lingoduct.training.network.GradientProbe;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Figures of one cell: its training, and the model that came of it.
 *
 * @param vocabularySha256 of the bundle's tokenizer.json
 * @param gradient of the decoder over dev sentences, see {@link GradientProbe#decoder}
 */
public record CellResult(
        Cell cell,
        long parameters,
        List<Score> scores,
        double devPerplexity,
        TrainingFigures training,
        Gradient gradient,
        String vocabularySha256) {

    /**
     * A score as the bundle states it.
     *
     * @param data what was translated, ending in {@code dev} or {@code test}
     */
    public record Score(String data, String search, String metric, double value) {}

    /** @param tokensPerSecond target tokens, validation not counted */
    public record TrainingFigures(int epochs, long updates, double seconds, double tokensPerSecond) {}

    /**
     * Norms by distance, before the first update and after the last.
     *
     * @param sentences how many they were averaged over
     */
    public record Gradient(int sentences, GradientProbe.Norms atStart, GradientProbe.Norms trained) {}

    /** Cell as users write it. */
    String name() {
        return cell.name().toLowerCase(Locale.ROOT);
    }

    /** BLEU on the test set, or else on the dev set, with beam search, or else greedy. */
    Optional<Score> headline() {
        return scores().stream()
                .filter(score -> score.metric().equals("BLEU"))
                .max(Comparator.comparing((Score score) -> score.data().endsWith("test"))
                        .thenComparing(score -> !score.search().equals("greedy")));
    }

    /** Value of {@link #headline}. */
    OptionalDouble bleu() {
        return headline().stream().mapToDouble(Score::value).findFirst();
    }
}
