package io.lingoduct.model;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A character-level tokenizer.json: printable ASCII and the poison character are tokens, the rest falls back to bytes. */
public final class TestTokenizer {

    public static final int PAD = 0;
    public static final int BOS = 1;
    public static final int EOS = 2;
    public static final int UNK = 3;

    private static final String[] SPECIAL = {"<pad>", "<s>", "</s>", "<unk>"};
    private static final int FIRST_BYTE = SPECIAL.length;
    private static final int SPACE = FIRST_BYTE + 256;
    private static final int POISON = SPACE + 1;
    private static final int FIRST_CHARACTER = POISON + 1;
    private static final char FIRST_PRINTABLE = '!';
    private static final char LAST_PRINTABLE = '~';

    /** Tokens in the vocabulary. */
    public static final int SIZE = FIRST_CHARACTER + LAST_PRINTABLE - FIRST_PRINTABLE + 1;

    private static final JsonMapper JSON = new JsonMapper();

    private TestTokenizer() {}

    public static int id(char character) {
        return character == TestBundles.POISON ? POISON : FIRST_CHARACTER + character - FIRST_PRINTABLE;
    }

    public static String json() {
        var root = JSON.createObjectNode();
        root.put("version", "1.0").putNull("truncation").putNull("padding");
        var added = root.putArray("added_tokens");
        for (int id = 0; id < SPECIAL.length; id++) {
            added.addObject()
                    .put("id", id)
                    .put("content", SPECIAL[id])
                    .put("single_word", false)
                    .put("lstrip", false)
                    .put("rstrip", false)
                    .put("normalized", false)
                    .put("special", true);
        }
        root.putObject("normalizer").put("type", "NFC");
        root.putObject("pre_tokenizer")
                .put("type", "Metaspace")
                .put("replacement", "▁")
                .put("prepend_scheme", "always")
                .put("split", true);
        root.putNull("post_processor");
        addDecoder(root);
        addModel(root);
        return root.toPrettyString();
    }

    private static void addDecoder(ObjectNode root) {
        var decoders = root.putObject("decoder").put("type", "Sequence").putArray("decoders");
        var replace = decoders.addObject().put("type", "Replace").put("content", " ");
        replace.putObject("pattern").put("String", "▁");
        decoders.addObject().put("type", "ByteFallback");
        decoders.addObject().put("type", "Fuse");
        decoders.addObject()
                .put("type", "Strip")
                .put("content", " ")
                .put("start", 1)
                .put("stop", 0);
    }

    private static void addModel(ObjectNode root) {
        var model = root.putObject("model").put("type", "BPE").put("unk_token", SPECIAL[UNK]);
        model.put("fuse_unk", true).put("byte_fallback", true).put("ignore_merges", false);
        model.putNull("dropout").putNull("continuing_subword_prefix").putNull("end_of_word_suffix");
        var vocab = model.putObject("vocab");
        for (int id = 0; id < SPECIAL.length; id++) {
            vocab.put(SPECIAL[id], id);
        }
        for (int value = 0; value < 256; value++) {
            vocab.put(String.format("<0x%02X>", value), FIRST_BYTE + value);
        }
        vocab.put("▁", SPACE).put(String.valueOf(TestBundles.POISON), POISON);
        for (char c = FIRST_PRINTABLE; c <= LAST_PRINTABLE; c++) {
            vocab.put(String.valueOf(c), id(c));
        }
        model.putArray("merges");
    }
}
