package io.lingoduct.model.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Content of a tokenizer.json (Hugging Face tokenizers format).
 *
 * @param file the file it was read from
 * @param json the whole of it in UTF-8, with truncation, padding, NFC and matching of special tokens in text turned off
 * @param vocabularySize number of ids, which run from 0 without gaps
 * @param specialIds ids of the added tokens that are marked special
 * @param spelled tells words that the vocabulary can only spell out
 */
public record TokenizerFile(Path file, byte[] json, int vocabularySize, Set<Integer> specialIds, SpelledWords spelled) {

    public static final String NAME = "tokenizer.json";

    /** Memory that a tree of objects takes, in sizes of the file. */
    private static final long TREE_FACTOR = 10;

    private static final JsonMapper JSON = new JsonMapper();

    // Text has been through TextNormalizer, which does that too.
    private static final JsonNode NFC = JSON.createObjectNode().put("type", "NFC");

    /** @throws BundleException if the file cannot be read or is not in that format */
    public static TokenizerFile read(Path file) {
        try {
            var bytes = BundleFile.read(file, BundleLimits.TOKENIZER_BYTES);
            HeapRoom.OF_THIS_PROCESS.require(file, TREE_FACTOR * bytes.length);
            return parse(file, JSON.readTree(bytes));
        } catch (JsonProcessingException e) {
            throw new BundleException(file, "not valid JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new BundleException(file, "cannot be read: " + e, e);
        }
    }

    private static TokenizerFile parse(Path file, JsonNode root) throws JsonProcessingException {
        if (!(root instanceof ObjectNode tree) || !tree.path("model").has("vocab")) {
            throw new BundleException(file, "not in the Hugging Face tokenizers format: there is no model.vocab");
        }
        var ids = modelIds(tree.path("model").path("vocab"));
        var specialIds = new TreeSet<Integer>();
        for (var token : tree.path("added_tokens")) {
            int id = token.path("id").asInt(-1);
            ids.add(id);
            if (token.path("special").asBoolean()) {
                specialIds.add(id);
            }
        }
        if (ids.stream().anyMatch(id -> id < 0 || id >= ids.size())) {
            throw new BundleException(file, "the ids of its vocabulary do not run from 0 to size - 1 without gaps");
        }
        var spelled = SpelledWords.of(tree.path("model").path("vocab"), specialIds);
        return new TokenizerFile(file, servable(tree), ids.size(), Set.copyOf(specialIds), spelled);
    }

    private static Set<Integer> modelIds(JsonNode vocab) {
        var ids = new HashSet<Integer>();
        if (vocab.isArray()) { // Unigram: an id is a position
            for (int id = 0; id < vocab.size(); id++) {
                ids.add(id);
            }
        } else {
            vocab.forEach(id -> ids.add(id.asInt(-1)));
        }
        return ids;
    }

    /**
     * The library would turn a literal "&lt;/s&gt;" in a user's text into the end-of-sentence id. Special tokens that the
     * model's own vocabulary holds need no entry among the added tokens, so they are taken out there.
     */
    private static byte[] servable(ObjectNode tree) throws JsonProcessingException {
        var vocab = tree.path("model").path("vocab");
        var added = JSON.createArrayNode();
        for (var token : tree.path("added_tokens")) {
            boolean inModel = vocab.path(token.path("content").asText()).asInt(-1)
                    == token.path("id").asInt();
            if (!(inModel && token.path("special").asBoolean())) {
                added.add(token);
            }
        }
        tree.set("added_tokens", added);
        tree.putNull("truncation");
        tree.putNull("padding");
        if (tree.path("normalizer").equals(NFC)) {
            tree.putNull("normalizer");
        }
        return JSON.writeValueAsBytes(tree);
    }
}
