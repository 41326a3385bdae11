package io.lingoduct.translate;

import io.lingoduct.engine.SegmentingTextTranslator;
import io.lingoduct.engine.SegmentingTextTranslator.ScoredText;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The best translation of each line, however many sentences it has. A line that fails leaves an empty one: whatever else stood
 * there would pass for a translation.
 */
public final class PlainLines implements LineTask<ScoredText> {

    private final SegmentingTextTranslator translator;
    private final boolean withScores;

    /** @param withScores whether the score and a tab stand before each translation */
    public PlainLines(SegmentingTextTranslator translator, boolean withScores) {
        this.translator = translator;
        this.withScores = withScores;
    }

    @Override
    public CompletableFuture<ScoredText> submit(String line) {
        return translator.translateScored(line);
    }

    @Override
    public String output(long number, String line, Optional<ScoredText> answer) {
        return answer.map(this::text).orElse("") + "\n";
    }

    private String text(ScoredText scored) {
        var text = scored.translation().text();
        return withScores ? String.format(Locale.ROOT, "%.4f\t%s", scored.score(), text) : text;
    }

    @Override
    public boolean isCut(ScoredText answer) {
        return !answer.translation().complete();
    }
}
