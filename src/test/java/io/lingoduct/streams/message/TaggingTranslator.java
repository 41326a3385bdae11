package io.lingoduct.streams.message;

import io.lingoduct.engine.TextTranslator;
import io.lingoduct.engine.TranslatedText;
import io.lingoduct.model.ModelInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Translates at once by putting its languages behind the text, and remembers what it was asked. */
public final class TaggingTranslator implements TextTranslator {

    public final List<String> asked = new ArrayList<>();
    private final String source;
    private final String target;

    public TaggingTranslator(String source, String target) {
        this.source = source;
        this.target = target;
    }

    @Override
    public ModelInfo model() {
        return new ModelInfo(source + "-" + target, "1", source, target, 100, 1);
    }

    @Override
    public CompletableFuture<TranslatedText> translate(String text) {
        asked.add(text);
        return CompletableFuture.completedFuture(
                new TranslatedText(text + " [" + source + ">" + target + "]", 1, true, model()));
    }
}
