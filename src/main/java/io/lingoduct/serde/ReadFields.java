package io.lingoduct.serde;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Fields of a message that are only read, such as one that names a language. They are found in the scan that decodes a message, beside
 * the texts to translate.
 */
public final class ReadFields {

    public static final ReadFields NONE = new ReadFields(Map.of(), PathNode.NOTHING);

    private final Map<String, String> nodes;
    private final PathNode root;

    /** @param nodes the path that a node gives, by the path that was given for it */
    private ReadFields(Map<String, String> nodes, PathNode root) {
        this.nodes = nodes;
        this.root = root;
    }

    /**
     * Parses the paths, once for all messages.
     *
     * @param paths in the notation of {@link FieldPath}
     * @throws IllegalArgumentException naming a path that cannot be, or two that contradict one another
     */
    public static ReadFields of(Collection<String> paths) {
        if (paths.isEmpty()) {
            return NONE;
        }
        var nodes = new LinkedHashMap<String, String>();
        paths.forEach(path -> nodes.put(path, FieldPath.parse(path).toString()));
        var fields =
                nodes.values().stream().distinct().map(FieldMapping::inPlace).toList();
        return new ReadFields(nodes, PathNode.of(fields));
    }

    /** The fields as a tree, walked beside a message. */
    public PathNode root() {
        return root;
    }

    /** The texts of a message, none of them found yet. */
    public Texts texts() {
        return new Texts();
    }

    /** The texts that a scan finds in one message. A field that holds no text is a fault of the message for whoever asks for it only. */
    public final class Texts {

        private final Map<String, String> found = new HashMap<>();
        private final Map<String, MalformedMessageException> faults = new HashMap<>();

        private Texts() {}

        /** Notes the text at the end of a path; of several the first counts. */
        public void found(PathNode end, String text) {
            found.putIfAbsent(end.path(), text);
        }

        /** Notes that here is neither a text nor the way to one. */
        public void refused(PathNode node, Supplier<MalformedMessageException> fault) {
            node.ends().forEach(end -> faults.computeIfAbsent(end.path(), path -> fault.get()));
        }

        /** True if a fault of the text at the end of a path is known already: a message may hold thousands, and one is told. */
        public boolean isRefused(PathNode end) {
            return faults.containsKey(end.path());
        }

        /**
         * The text of a field; empty if the message has none, or null in its place.
         *
         * @param path as it was given to {@link ReadFields#of}
         * @throws MalformedMessageException if the message holds something else there
         * @throws IllegalArgumentException if the field was not to be read
         */
        public Optional<String> at(String path) {
            var node = nodes.get(path);
            if (node == null) {
                throw new IllegalArgumentException("the format was not made to read " + path);
            }
            if (faults.containsKey(node)) {
                throw faults.get(node);
            }
            return Optional.ofNullable(found.get(node));
        }
    }
}
