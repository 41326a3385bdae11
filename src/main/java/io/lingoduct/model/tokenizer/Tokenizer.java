package io.lingoduct.model.tokenizer;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import io.lingoduct.model.bundle.BundleException;
import io.lingoduct.model.bundle.SpelledWords;
import io.lingoduct.model.bundle.TokenizerFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Splits text into token ids and puts text together from them, as tokenizer.json says. Safe to use from many threads.
 * Knows nothing of {@code TextNormalizer}: give it normalised text.
 *
 * <p>The text of a special token, such as "&lt;/s&gt;", has no special meaning in the input. Tokenizers of the Metaspace
 * kind write a space as U+2581, so that character comes back as a space.
 */
public final class Tokenizer implements AutoCloseable {

    private static final Map<String, String> OPTIONS =
            Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false");

    private final HuggingFaceTokenizer library;
    private final int vocabularySize;
    private final SpelledWords spelled;
    private final BitSet specialIds = new BitSet();

    private Tokenizer(HuggingFaceTokenizer library, int vocabularySize, SpelledWords spelled, Set<Integer> specialIds) {
        this.library = library;
        this.vocabularySize = vocabularySize;
        this.spelled = spelled;
        specialIds.forEach(this.specialIds::set);
    }

    /**
     * Loads a tokenizer.json (Hugging Face tokenizers format).
     *
     * @throws BundleException if the file cannot be read or is not in that format
     */
    public static Tokenizer load(Path file) {
        return of(TokenizerFile.read(file));
    }

    /** @throws BundleException if the library does not take the content */
    static Tokenizer of(TokenizerFile content) {
        // Read by the library, which otherwise reports its use over the network,
        setUnlessSet("OPT_OUT_TRACKING", "true");
        // and on machines with a GPU fetches a build of itself from there, which gains nothing here.
        setUnlessSet("RUST_FLAVOR", "cpu");
        try {
            var library = HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(content.json()), OPTIONS);
            return new Tokenizer(library, content.vocabularySize(), content.spelled(), content.specialIds());
        } catch (IOException | RuntimeException e) {
            throw new BundleException(content.file(), "the tokenizer cannot be loaded: " + e.getMessage(), e);
        }
    }

    private static void setUnlessSet(String name, String value) {
        if (System.getProperty(name) == null && System.getenv(name) == null) {
            System.setProperty(name, value);
        }
    }

    /** Token ids of the text; no begin- or end-of-sentence id is added. */
    public long[] encode(String text) {
        // The library's own way to the ids also makes an object of each token's text and place.
        long encoding = TokenizersLibrary.LIB.encode(library.getHandle(), text, false);
        try {
            return TokenizersLibrary.LIB.getTokenIds(encoding);
        } finally {
            TokenizersLibrary.LIB.deleteEncoding(encoding);
        }
    }

    /** The text of the tokens, leaving special tokens out. Bytes that are not UTF-8 become U+FFFD. */
    public String decode(long[] ids) {
        var ordinary = new long[ids.length];
        int count = 0;
        for (long id : ids) {
            if (!specialIds.get((int) id)) {
                ordinary[count++] = id;
            }
        }
        return library.decode(Arrays.copyOf(ordinary, count), false);
    }

    /** The tokens behind {@link #encode}'s ids, word boundaries marked as the tokenizer marks them. */
    public List<String> tokens(String text) {
        return List.of(library.encode(text, false, false).getTokens());
    }

    /** Whether ids of {@link #encode} are of a text whose letters had all to be spelled out in bytes. */
    boolean spellsOut(long[] ids) {
        return spelled.in(ids);
    }

    /** Number of token ids, which run from 0. */
    public int vocabularySize() {
        return vocabularySize;
    }

    @Override
    public void close() {
        library.close();
    }
}
