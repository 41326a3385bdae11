package io.lingoduct.text.segment;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * The letters of the scripts that a language is written in, by Unicode's locale data: those of English are Latin, those of
 * Japanese Han, Hiragana and Katakana. A tag that names a script means that one only; without it every script counts in
 * which the language has a locale, such as Cyrillic and Latin for Serbian. A language that is not known, or whose tag names a
 * script that has no letters of its own, such as Fraktur, may have any letter.
 */
final class LanguageLetters {

    private static final String LETTERS = "[:General_Category=Letter:]";

    private final UnicodeSet letters;
    private final boolean withAscii;

    /** @param languageTag BCP 47 tag */
    LanguageLetters(String languageTag) {
        var scripts = scripts(ULocale.forLanguageTag(languageTag));
        var set = new UnicodeSet();
        scripts.forEach(script -> set.addAll(new UnicodeSet("[:Script_Extensions=" + script + ":]")));
        set.retainAll(new UnicodeSet(LETTERS));
        this.letters = (set.isEmpty() ? new UnicodeSet(LETTERS) : set)
                .removeAll(new UnicodeSet("[:Default_Ignorable_Code_Point:]"))
                .freeze();
        this.withAscii = letters.contains('a');
    }

    boolean contains(int codePoint) {
        return codePoint < 0x80
                ? withAscii && (codePoint | 0x20) >= 'a' && (codePoint | 0x20) <= 'z'
                : letters.contains(codePoint);
    }

    private static Set<String> scripts(ULocale language) {
        var scripts = new TreeSet<String>();
        if (language.getLanguage().isEmpty() || language.getLanguage().equals("und")) {
            return scripts;
        }
        addScripts(language, scripts);
        if (language.getScript().isEmpty()) {
            Arrays.stream(ULocale.getAvailableLocales())
                    .filter(locale -> locale.getLanguage().equals(language.getLanguage()))
                    .filter(locale -> !locale.getScript().isEmpty())
                    .forEach(locale -> addScripts(locale, scripts));
        }
        return scripts;
    }

    private static void addScripts(ULocale locale, Set<String> scripts) {
        var codes = UScript.getCode(locale);
        if (codes != null) {
            Arrays.stream(codes).mapToObj(UScript::getShortName).forEach(scripts::add);
        }
    }
}
