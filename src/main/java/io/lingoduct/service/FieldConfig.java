package io.lingoduct.service;

import io.lingoduct.config.Key;
import io.lingoduct.config.Section;
import io.lingoduct.config.Settings;
import io.lingoduct.front.markup.TextMarkup;

/**
 * A field of the user's own record that is translated.
 *
 * @param path where it lies
 * @param addAs name under which the translation is added beside it; null translates in place
 * @param format how its text is marked up; null as the route says
 */
public record FieldConfig(String path, String addAs, TextMarkup format) {

    static final Key<String> PATH =
            Key.string("path", "Path of a text, or of a list or map of texts, within the record.");
    static final Key<String> ADD_AS = Key.string(
                    "add-as", "Name under which the translation is added beside the original.")
            .orElseFrom("the translation takes the original's place");
    static final Key<TextMarkup> FORMAT =
            Key.choice("format", TextMarkup.class, "How the text is marked up.").orElseFrom("the markup of the route");
    static final Settings<FieldConfig> SETTINGS = Settings.<FieldConfig>none()
            .and(PATH, FieldConfig::path)
            .and(ADD_AS, FieldConfig::addAs)
            .and(FORMAT, FieldConfig::format);

    /** A field that is marked up as the route says. */
    public FieldConfig(String path, String addAs) {
        this(path, addAs, null);
    }

    static FieldConfig read(Section section) {
        return new FieldConfig(
                section.get(PATH),
                section.find(ADD_AS).orElse(null),
                section.find(FORMAT).orElse(null));
    }
}
