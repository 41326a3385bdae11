package io.lingoduct.training.vocabulary;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a learnt vocabulary as {@code tokenizer.json} in the format of the Hugging Face tokenizers library: NFC, words led
 * by a space mark, BPE with byte fallback, and a decoder that gives back exactly the text that went in. Characters and words
 * are BPE too, with nothing to merge: the library's other models know no bytes, or cut words where they please. Ids: four
 * special tokens, 256 bytes, of which those that no text has are {@link ReservedTokens}, the alphabet, then merged tokens in the order of learning, or words, most frequent first.
 */
final class TokenizerFile {

    static final String[] SPECIAL_TOKENS = {"<pad>", "<s>", "</s>", "<unk>"};
    static final int BYTES = 256;

    private static final ObjectMapper JSON = new ObjectMapper();

    private TokenizerFile() {}

    static void write(Path file, LearntVocabulary learnt) throws IOException {
        var root = JSON.createObjectNode();
        root.put("version", "1.0");
        root.putNull("truncation");
        root.putNull("padding");
        addSpecialTokens(root.putArray("added_tokens"));
        root.putObject("normalizer").put("type", "NFC");
        addPreTokenizer(root.putObject("pre_tokenizer"));
        root.putNull("post_processor");
        addDecoder(root.putObject("decoder"));
        addModel(root.putObject("model"), learnt);
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    }

    static String byteToken(int value) {
        return ReservedTokens.ofByte(value);
    }

    private static void addSpecialTokens(ArrayNode tokens) {
        for (int id = 0; id < SPECIAL_TOKENS.length; id++) {
            tokens.addObject()
                    .put("id", id)
                    .put("content", SPECIAL_TOKENS[id])
                    .put("single_word", false)
                    .put("lstrip", false)
                    .put("rstrip", false)
                    .put("normalized", false)
                    .put("special", true);
        }
    }

    private static void addPreTokenizer(ObjectNode node) {
        var steps = node.put("type", "Sequence").putArray("pretokenizers");
        steps.addObject()
                .put("type", "Metaspace")
                .put("replacement", String.valueOf(PreTokenizer.SPACE_MARK))
                .put("prepend_scheme", "always")
                .put("split", true);
        steps.addObject().put("type", "Punctuation").put("behavior", "Isolated");
        steps.addObject().put("type", "Digits").put("individual_digits", true);
    }

    private static void addDecoder(ObjectNode node) {
        var steps = node.put("type", "Sequence").putArray("decoders");
        var replace = steps.addObject().put("type", "Replace");
        replace.putObject("pattern").put("String", String.valueOf(PreTokenizer.SPACE_MARK));
        replace.put("content", " ");
        steps.addObject().put("type", "ByteFallback");
        steps.addObject().put("type", "Fuse");
        steps.addObject()
                .put("type", "Strip")
                .put("content", " ")
                .put("start", 1)
                .put("stop", 0);
    }

    private static void addModel(ObjectNode model, LearntVocabulary learnt) {
        model.put("type", "BPE");
        model.putNull("dropout");
        model.put("unk_token", SPECIAL_TOKENS[3]);
        model.putNull("continuing_subword_prefix");
        model.putNull("end_of_word_suffix");
        model.put("fuse_unk", true);
        model.put("byte_fallback", true);
        // A piece that is a token as a whole is taken before anything is merged: so words are found without merges.
        model.put("ignore_merges", !learnt.words().isEmpty());
        var vocabulary = model.putObject("vocab");
        for (var token : SPECIAL_TOKENS) {
            vocabulary.put(token, vocabulary.size());
        }
        for (int b = 0; b < BYTES; b++) {
            vocabulary.put(byteToken(b), vocabulary.size());
        }
        learnt.tokens().forEach(token -> vocabulary.put(token, vocabulary.size()));
        var merges = model.putArray("merges");
        learnt.merges().forEach(merge -> merges.addArray().add(merge.left()).add(merge.right()));
    }
}
