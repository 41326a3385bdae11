package io.lingoduct.service;

import io.lingoduct.config.Key;
import io.lingoduct.config.Section;
import io.lingoduct.config.Settings;

/**
 * A field of the user's own record that is translated.
 *
 * @param path where it lies
 * @param addAs name under which the translation is added beside it; null translates in place
 */
public record FieldConfig(String path, String addAs) {

    static final Key<String> PATH =
            Key.string("path", "Path of a text, or of a list or map of texts, within the record.");
    static final Key<String> ADD_AS = Key.string(
                    "add-as", "Name under which the translation is added beside the original.")
            .orElseFrom("the translation takes the original's place");
    static final Settings<FieldConfig> SETTINGS =
            Settings.<FieldConfig>none().and(PATH, FieldConfig::path).and(ADD_AS, FieldConfig::addAs);

    static FieldConfig read(Section section) {
        return new FieldConfig(section.get(PATH), section.find(ADD_AS).orElse(null));
    }
}
