package io.lingoduct.front;

import io.lingoduct.front.inline.MarkedText;
import io.lingoduct.model.ModelInfo;
import io.lingoduct.model.Translation;
import io.lingoduct.model.TranslationException;
import io.lingoduct.text.segment.TextSegmenter;
import java.util.List;
import java.util.Optional;

/** Cuts texts into segments and hands them to the model as they are; what the model writes is not looked at. */
public final class BareFront implements Front {

    private final TextSegmenter segmenter;
    private final String targetLanguage;

    public BareFront(ModelInfo model) {
        this.segmenter = new TextSegmenter(model.sourceLanguage(), model.maxSourceTokens());
        this.targetLanguage = model.targetLanguage();
    }

    @Override
    public PreparedText prepare(String text, TextOptions options, SegmentTokens tokens) {
        var source = segmenter.split(text, tokens::count, tokens::accept);
        var steps = source.segments().stream()
                .map(segment -> (Step)
                        new Step.Translate(List.of(new Step.Request(segment, Step.Search.USUAL)), BareFront::done))
                .toList();
        return new PreparedText(
                steps,
                results -> source.join(
                        results.stream().map(result -> result.text().text()).toList(), targetLanguage));
    }

    private static Step done(List<Optional<Translation>> answers) {
        var translation = answers.get(0)
                .orElseThrow(() -> new TranslationException("a segment is longer than the model accepts"));
        return new Step.Done(new SegmentResult(
                MarkedText.plain(translation.text()),
                translation.score(),
                translation.complete(),
                Way.DIRECT,
                TextQuality.UNKNOWN));
    }
}
