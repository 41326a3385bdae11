package io.lingoduct.bench.fidelity.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * German words that a phrase may be translated by, to tell whether marks stand around them: one of each group must be between the
 * marks, and nothing else but words that may be there, such as articles and prepositions.
 *
 * @param needed groups of words, one of each of which must be there
 * @param allowed groups of words that may be there
 */
public record PhraseKey(List<Pattern> needed, List<Pattern> allowed) {

    private static final Pattern LIGHT =
            pattern("d(?:er|ie|as|en|em|es),ein*,kein*,mein*,dein*,sein*,ihr*,unser*,unsre*,eue?r*,"
                    + "dies*,jen(?:e|er|es|en|em),in,im,ins,an,am,ans,auf,aufs,aus,bei,beim,mit,nach,seit,von,vom,vor,zu,zum,zur,für,um,über,"
                    + "übers,unter,durch,durchs,gegen,ohne,hinter,neben,zwischen,als,ich,du,er,sie,es,wir,man,mich,dich,sich,uns,euch,mir,dir,"
                    + "ihm,ihn,ihnen,etwa,gegen");

    private static final String OPTIONAL = "?";

    /**
     * Reads a key: groups with spaces between them, each of words with commas between them; {@code *} stands for any letters, and a
     * {@code ?} before a group says that none of its words must be there.
     */
    public static PhraseKey of(String groups) {
        var needed = new ArrayList<Pattern>();
        var allowed = new ArrayList<Pattern>();
        for (var group : groups.split(" ")) {
            if (group.startsWith(OPTIONAL)) {
                allowed.add(pattern(group.replace(OPTIONAL, "")));
            } else {
                needed.add(pattern(group));
            }
        }
        return new PhraseKey(List.copyOf(needed), List.copyOf(allowed));
    }

    private static Pattern pattern(String group) {
        return Pattern.compile(group.replace("*", "\\p{L}*").replace(',', '|'));
    }

    /** Whether these words are a translation of the phrase, and no word of another one is among them. */
    public boolean fits(String text) {
        var words = words(text);
        return isIn(words)
                && words.stream().allMatch(word -> Stream.of(needed, allowed, List.of(LIGHT))
                        .flatMap(List::stream)
                        .anyMatch(pattern -> pattern.matcher(word).matches()));
    }

    /** Whether the phrase is translated by such words anywhere in a text. */
    public boolean isIn(String text) {
        return isIn(words(text));
    }

    private boolean isIn(Set<String> words) {
        return needed.stream().allMatch(group -> words.stream()
                .anyMatch(word -> group.matcher(word).matches()));
    }

    private static Set<String> words(String text) {
        return Set.copyOf(Arrays.stream(text.toLowerCase(Locale.GERMAN).split("[^\\p{L}\\p{Nd}]+"))
                .filter(word -> !word.isEmpty())
                .toList());
    }
}
