package io.lingoduct.model.tokenizer;

import io.lingoduct.model.bundle.BundleException;
import io.lingoduct.model.bundle.ModelBundle;

/**
 * The tokenizers of a bundle.
 *
 * @param source cuts segments into tokens
 * @param target puts translations together; the same where the languages share one vocabulary
 */
public record BundleTokenizers(Tokenizer source, Tokenizer target) implements AutoCloseable {

    /** @throws BundleException if the library does not take a tokenizer */
    public static BundleTokenizers load(ModelBundle bundle) {
        var source = Tokenizer.of(bundle.tokenizer());
        if (bundle.targetTokenizer() == bundle.tokenizer()) {
            return new BundleTokenizers(source, source);
        }
        try {
            return new BundleTokenizers(source, Tokenizer.of(bundle.targetTokenizer()));
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
