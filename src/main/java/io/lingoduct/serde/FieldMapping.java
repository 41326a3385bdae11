package io.lingoduct.serde;

import io.lingoduct.serde.FieldPath.Member;
import java.util.Optional;

/**
 * A text of a message that is translated.
 *
 * @param path that leads to it
 * @param addAs empty if the translation takes the text's place; else the name under which it is added beside the text
 */
public record FieldMapping(FieldPath path, Optional<String> addAs) {

    public FieldMapping {
        if (addAs.isPresent()) {
            requireAddable(path, addAs.get());
        }
    }

    /** The translation takes the text's place. */
    public static FieldMapping inPlace(String path) {
        return new FieldMapping(FieldPath.parse(path), Optional.empty());
    }

    /** The translation is added beside the text. */
    public static FieldMapping added(String path, String name) {
        return new FieldMapping(FieldPath.parse(path), Optional.of(name));
    }

    private static void requireAddable(FieldPath path, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("the name to add the translation of '" + path + "' under is blank");
        }
        if (!(path.steps().get(path.steps().size() - 1) instanceof Member)) {
            throw new IllegalArgumentException(
                    "a translation can only be added beside a field with a name: '" + path + "' does not end with one");
        }
    }
}
