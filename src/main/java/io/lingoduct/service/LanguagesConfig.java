package io.lingoduct.service;

import io.lingoduct.config.Key;
import io.lingoduct.config.Section;
import io.lingoduct.config.Settings;
import io.lingoduct.config.names.LanguageTag;
import java.util.List;

/**
 * Sources of the languages of a message, where the route's model does not say them. A header goes before a field, and both
 * go before what holds for all messages.
 *
 * @param source BCP 47 tag; null where the source language is detected
 * @param sourceHeader header that names the source language; null for none
 * @param sourceField path of the field that names it; null for none
 * @param targets BCP 47 tags; may be empty where each message names its own
 * @param targetHeader header that names the target languages; null for none
 * @param targetField path of the field that names them; null for none
 */
public record LanguagesConfig(
        String source,
        String sourceHeader,
        String sourceField,
        List<String> targets,
        String targetHeader,
        String targetField) {

    static final String DETECT = "detect";

    static final Key<String> SOURCE = Key.string(
                    "source",
                    "Language of the texts as a BCP 47 tag, or detect; holds for messages whose header and field name none.")
            .orElseFrom(DETECT + ", or what the model says");
    static final Key<String> SOURCE_HEADER = Key.string(
                    "source-header", "Header of a message that names the language of its texts.")
            .orElseFrom("none");
    static final Key<String> SOURCE_FIELD = Key.string(
                    "source-field", "Path of the field of a message that names the language of its texts.")
            .orElseFrom("none");
    static final Key<List<String>> TARGET = Key.strings(
                    "target",
                    "Language to translate into, or a list of them: one output message for each; holds for messages whose"
                            + " header and field name none.")
            .orElseFrom("what the model says");
    static final Key<String> TARGET_HEADER = Key.string(
                    "target-header", "Header of a message that names its target languages, separated by commas.")
            .orElseFrom("none");
    static final Key<String> TARGET_FIELD = Key.string(
                    "target-field",
                    "Path of the field of a message that names its target languages, separated by commas.")
            .orElseFrom("none");
    static final Settings<LanguagesConfig> SETTINGS = Settings.<LanguagesConfig>none()
            .and(SOURCE, languages -> languages.detects() ? DETECT : languages.source)
            .and(SOURCE_HEADER, LanguagesConfig::sourceHeader)
            .and(SOURCE_FIELD, LanguagesConfig::sourceField)
            .and(TARGET, LanguagesConfig::targets)
            .and(TARGET_HEADER, LanguagesConfig::targetHeader)
            .and(TARGET_FIELD, LanguagesConfig::targetField);

    public LanguagesConfig {
        targets = List.copyOf(targets);
    }

    /** A fixed pair of languages. */
    public static LanguagesConfig pair(String source, String target) {
        return new LanguagesConfig(source, null, null, List.of(target), null, null);
    }

    /** Whether the language of some messages may have to be detected. */
    public boolean detects() {
        return source == null;
    }

    /** Whether messages may name target languages of their own. */
    public boolean targetsByMessage() {
        return targetHeader != null || targetField != null;
    }

    /** Notes a fault where there is no target language at all, or a tag is none. */
    static LanguagesConfig read(Section section) {
        var languages = new LanguagesConfig(
                section.find(SOURCE)
                        .filter(text -> !text.equals(DETECT))
                        .map(text -> tag(section, SOURCE.name(), text))
                        .orElse(null),
                section.find(SOURCE_HEADER).orElse(null),
                section.find(SOURCE_FIELD).orElse(null),
                section.find(TARGET).orElse(List.of()).stream()
                        .map(text -> tag(section, TARGET.name(), text))
                        .toList(),
                section.find(TARGET_HEADER).orElse(null),
                section.find(TARGET_FIELD).orElse(null));
        if (!section.has(TARGET.name()) && !languages.targetsByMessage()) {
            section.fault(TARGET.name(), "missing; expected target, target-header or target-field, or else model");
        }
        if (languages.targets().stream().distinct().count()
                < languages.targets().size()) {
            section.fault(TARGET.name(), "a language stands here twice");
        }
        return languages;
    }

    /** Notes a fault for every key of this group that stands beside {@code model}. */
    static void refuse(Section section) {
        SETTINGS.keys().forEach(key -> {
            section.find(key);
            if (section.has(key.name())) {
                section.fault(key.name(), "cannot stand beside model, which fixes both languages");
            }
        });
    }

    private static String tag(Section section, String key, String text) {
        LanguageTag.fault(text).ifPresent(reason -> section.fault(key, "'" + text + "' is " + reason));
        return LanguageTag.canonical(text).orElse(text);
    }
}
