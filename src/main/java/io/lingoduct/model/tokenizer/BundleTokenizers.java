package io.lingoduct.model.tokenizer;

import io.lingoduct.model.bundle.ModelBundle;

/**
 * The tokenizers of a bundle.
 *
 * @param source cuts segments into tokens
 * @param target puts translations together; the same where the languages share one vocabulary
 */
public record BundleTokenizers(Tokenizer source, Tokenizer target) implements AutoCloseable {

    public static BundleTokenizers load(ModelBundle bundle) {
        var source = Tokenizer.load(bundle.tokenizerFile());
        if (bundle.targetTokenizerFile().equals(bundle.tokenizerFile())) {
            return new BundleTokenizers(source, source);
        }
        try {
            return new BundleTokenizers(source, Tokenizer.load(bundle.targetTokenizerFile()));
        } catch (RuntimeException | Error e) {
            source.close();
            throw e;
        }
    }

    @Override
    public void close() {
        source.close();
        if (target != source) {
            target.close();
        }
    }
}
