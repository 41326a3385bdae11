package io.lingoduct.serde.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.lingoduct.serde.ByteRange;
import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.serde.PathNode;
import io.lingoduct.serde.ReadFields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Finds the texts of a JSON value and their places. Jackson tells where in the bytes a token begins and ends, as long as it
 * reads an array of bytes as UTF-8. Recursion goes as deep as the paths do; what no path leads into is skipped.
 */
final class JsonScan {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    // What is long but within the value is no fault: only the nesting is limited.
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(JsonFormat.MAX_NESTING)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final JsonParser parser;
    private final int offset;
    private final List<String> texts = new ArrayList<>();
    private final List<String> fields = new ArrayList<>();
    private final List<JsonEdit> edits = new ArrayList<>();
    private final ReadFields.Texts read;
    private final String estimateName;
    private EstimatePlace estimate;

    private JsonScan(JsonParser parser, int offset, ReadFields.Texts read, String estimateName) {
        this.parser = parser;
        this.offset = offset;
        this.read = read;
        this.estimateName = estimateName;
    }

    /**
     * @param value valid UTF-8
     * @param root the texts to translate
     * @param fields the texts to read
     * @param estimateName member that takes the estimate of quality; empty for none
     * @throws MalformedMessageException if it is anything but one JSON value, with texts where the paths lead
     */
    static JsonScan of(byte[] value, PathNode root, ReadFields fields, String estimateName) {
        int offset = beginsWithMark(value) ? BYTE_ORDER_MARK.length : 0;
        try (var parser = JSON.createParser(value, offset, value.length - offset)) {
            var scan = new JsonScan(parser, offset, fields.texts(), estimateName);
            scan.document(root, fields.root());
            return scan;
        } catch (StreamConstraintsException e) {
            throw new MalformedMessageException("nested deeper than " + JsonFormat.MAX_NESTING
                    + " levels, or with too many names of the same hash");
        } catch (JsonProcessingException e) {
            // Not passed on as the cause: Jackson's messages quote the data.
            throw new MalformedMessageException("not valid JSON"
                    + (e.getLocation() == null
                            ? ""
                            : " at byte " + (offset + e.getLocation().getByteOffset())));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    private static boolean beginsWithMark(byte[] value) {
        int length = BYTE_ORDER_MARK.length;
        return value.length >= length && Arrays.equals(value, 0, length, BYTE_ORDER_MARK, 0, length);
    }

    List<String> texts() {
        return List.copyOf(texts);
    }

    /** The path of the field that holds each text. */
    List<String> fields() {
        return fields;
    }

    /** Where the estimate of quality goes; null where there is no place for it. */
    EstimatePlace estimate() {
        return estimate;
    }

    /** The texts of fields that are only read. */
    ReadFields.Texts read() {
        return read;
    }

    /** The places to change, in the order of the bytes; none overlaps another. */
    List<JsonEdit> edits() {
        return edits.stream().sorted(Comparator.comparingInt(JsonEdit::start)).toList();
    }

    private void document(PathNode root, PathNode toRead) throws IOException {
        if (parser.nextToken() == null) {
            throw new MalformedMessageException("not valid JSON: the value is empty");
        }
        value(root, toRead);
        if (parser.nextToken() != null) {
            throw new MalformedMessageException("not valid JSON: something follows the value");
        }
    }

    /**
     * Goes to the end of the value that begins at the current token.
     *
     * @param node the texts in it to translate
     * @param toRead the texts in it to read
     */
    private void value(PathNode node, PathNode toRead) throws IOException {
        var token = parser.currentToken();
        if (!fits(token, node)) {
            throw node.isNot(kind(token));
        }
        if (!fits(token, toRead)) {
            read.refused(toRead, () -> toRead.isNot(kind(token)));
            value(node, PathNode.NOTHING);
        } else if (node.wantsNothing() && toRead.wantsNothing()) {
            parser.skipChildren();
        } else if (token == JsonToken.START_OBJECT) {
            object(node, toRead);
        } else if (token == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                value(node.elements(), toRead.elements());
            }
        } else if (token == JsonToken.VALUE_STRING) {
            string(node, toRead);
        }
    }

    private static boolean fits(JsonToken token, PathNode node) {
        return node.wantsNothing()
                || switch (token) {
                    case VALUE_NULL -> true;
                    case START_OBJECT -> node.wantsMembers();
                    case START_ARRAY -> node.wantsElements();
                    case VALUE_STRING -> node.wantsText();
                    default -> false;
                };
    }

    private void object(PathNode node, PathNode toRead) throws IOException {
        var additions = new LinkedHashMap<String, Addition>();
        boolean takesEstimate = !estimateName.isEmpty()
                && parser.getParsingContext().getParent().inRoot();
        boolean isEmpty = true;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            isEmpty = false;
            var name = parser.currentName();
            var child = node.member(name);
            var childToRead = toRead.member(name);
            parser.nextToken();
            if (takesEstimate && name.equals(estimateName)) {
                // Of several of one name the last one counts.
                estimate = EstimatePlace.replacing(skipped(childToRead));
            } else if (node.addedNames().contains(name)) {
                addition(additions, name).target = skipped(childToRead);
            } else if (child.addAs().isPresent()) {
                addition(additions, child.addAs().get()).readSource(child, childToRead);
            } else {
                value(child, childToRead);
            }
        }
        if (takesEstimate && estimate == null) {
            int end = offset + (int) parser.currentTokenLocation().getByteOffset();
            estimate = EstimatePlace.inserting(end, JsonEdit.quoted(estimateName), isEmpty);
        }
        additions.forEach((name, addition) -> addition.toEdits(name));
    }

    private void string(PathNode node, PathNode toRead) throws IOException {
        if (node.wantsText()) {
            int text = add(node, text());
            edits.add(JsonEdit.replaceText(skipped(PathNode.NOTHING), text));
        }
        if (toRead.wantsText() && !read.isRefused(toRead)) {
            try {
                read.found(toRead, text());
            } catch (MalformedMessageException e) {
                read.refused(toRead, () -> e);
            }
        }
    }

    private Addition addition(LinkedHashMap<String, Addition> additions, String name) {
        return additions.computeIfAbsent(name, key -> new Addition());
    }

    private int add(PathNode node, String text) {
        fields.add(node.path());
        texts.add(text);
        return texts.size() - 1;
    }

    private String text() throws IOException {
        var text = parser.getText();
        if (hasHalfPair(text)) {
            throw new MalformedMessageException("a text holds half of a surrogate pair");
        }
        return text;
    }

    // Java's strings and JSON's escapes can hold such a text, and Unicode has none.
    private static boolean hasHalfPair(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair =
                        Character.isSurrogatePair(text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : 0);
                if (!pair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** Goes to the end of the value that begins at the current token; nothing in it is translated. */
    private ByteRange skipped(PathNode toRead) throws IOException {
        long start = parser.currentTokenLocation().getByteOffset();
        value(PathNode.NOTHING, toRead);
        parser.finishToken();
        long end = parser.currentLocation().getByteOffset();
        return new ByteRange(offset + (int) start, offset + (int) end);
    }

    private static String kind(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a text";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            default -> "a number";
        };
    }

    /** A translation to add to an object: where from, and the last member of its name that is there already. */
    private final class Addition {

        private ByteRange target;
        private PathNode node;
        private String source;
        private ByteRange place;

        void readSource(PathNode text, PathNode toRead) throws IOException {
            var token = parser.currentToken();
            if (!fits(token, text)) {
                throw text.isNot(kind(token));
            }
            node = text;
            source = token == JsonToken.VALUE_NULL ? null : text();
            place = skipped(toRead);
        }

        void toEdits(String name) {
            if (source == null) {
                return;
            }
            int text = add(node, source);
            edits.add(target == null ? JsonEdit.insertAfter(place, text, name) : JsonEdit.replaceValue(target, text));
        }
    }
}
