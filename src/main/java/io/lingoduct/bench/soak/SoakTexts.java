package io.lingoduct.bench.soak;

import io.lingoduct.bench.Sentences;
import io.lingoduct.model.Translator;
import java.util.Random;

/** Made-up sentences of one token up to as many as a model takes, each length as often as any other. */
final class SoakTexts {

    private final Translator translator;
    private final Sentences sentences;
    private final Random random;

    SoakTexts(Translator translator, long seed) {
        this.translator = translator;
        this.sentences = new Sentences(seed);
        this.random = new Random(seed);
    }

    String next() {
        int wanted = 1 + random.nextInt(translator.model().maxSourceTokens());
        int words = wanted;
        var text = sentences.ofWords(words);
        int tokens = translator.countTokens(text);
        while (tokens > wanted && words > 1) {
            words = Math.max(1, Math.min(words - 1, words * wanted / tokens));
            text = sentences.ofWords(words);
            tokens = translator.countTokens(text);
        }
        return text;
    }
}
