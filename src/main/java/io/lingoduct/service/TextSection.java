package io.lingoduct.service;

import io.lingoduct.config.Key;
import io.lingoduct.config.Section;
import io.lingoduct.config.Settings;
import io.lingoduct.front.TextOptions;
import io.lingoduct.front.markup.TextMarkup;
import io.lingoduct.front.number.NumberStyle;
import io.lingoduct.front.span.KeepPatterns;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/** The keys of a route that say what its texts are like and what must come through their translation. */
final class TextSection {

    static final Key<List<String>> KEEP = Key.strings(
                    "keep", "Regular expressions (Java) whose matches come through a translation as they are.")
            .orElseFrom("none");
    static final Key<NumberStyle> NUMBERS = Key.choice(
                    "numbers",
                    NumberStyle.class,
                    "How numbers, prices, dates and times are written: as in the source, or as the target language does.")
            .orElse(NumberStyle.KEEP);
    static final Key<TextMarkup> MARKUP = Key.choice(
                    "markup",
                    TextMarkup.class,
                    "How the texts themselves are marked up; format tells of the messages around them.")
            .orElse(TextMarkup.TEXT);
    static final Settings<TextOptions> SETTINGS = Settings.<TextOptions>none()
            .and(KEEP, options -> options.keep().expressions())
            .and(NUMBERS, TextOptions::numbers)
            .and(MARKUP, TextOptions::markup);

    private TextSection() {}

    static TextOptions read(Section section) {
        return new TextOptions(section.get(MARKUP), keep(section), section.get(NUMBERS));
    }

    /** The patterns that can be used; each other one is a fault. */
    private static KeepPatterns keep(Section section) {
        var usable = new ArrayList<String>();
        for (var expression : section.find(KEEP).orElse(List.of())) {
            try {
                KeepPatterns.of(List.of(expression));
                usable.add(expression);
            } catch (PatternSyntaxException e) {
                section.fault(KEEP.name(), "'" + expression + "' " + e.getDescription());
            }
        }
        return KeepPatterns.of(usable);
    }
}
