package io.lingoduct.bench.fidelity.check;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * German text around a span or a noun, so that sentences can be compared whatever stands there. The span gives way to one and the same
 * word, with the article before it, and contractions such as "im" are written out, since a noun has an article where a span has none.
 */
public final class Surroundings {

    private static final String WORD = "zzplatzzz";

    private static final Map<String, String> CONTRACTIONS = Map.of(
            "im", "in dem", "am", "an dem", "zum", "zu dem", "zur", "zu der", "vom", "von dem", "beim", "bei dem",
            "ins", "in das", "ans", "an das", "aufs", "auf das");
    private static final Pattern CONTRACTION = Pattern.compile("(?i)\\b(?:im|am|zum|zur|vom|beim|ins|ans|aufs)\\b");
    private static final Pattern ARTICLE =
            Pattern.compile("(?i)\\b(?:d(?:er|ie|as|en|em|es)|ein(?:e[nmrs]?)?) (?=" + WORD + ")");

    private Surroundings() {}

    /** @param fills whether a word stands for the span, or nothing */
    public static String ofSpan(String output, String span, boolean fills) {
        return fills
                ? around(WholeOccurrences.isOnce(output, span) ? output.replace(span, WORD) : output)
                : around(output.replace(span, " ").replaceAll(" {2,}", " "));
    }

    /** @param nouns any of which may be there, small letters or capitals; none where nothing stands for the span */
    public static String ofNoun(String output, Collection<String> nouns) {
        if (nouns.isEmpty()) {
            return around(output);
        }
        var quoted = nouns.stream().map(Pattern::quote).toList();
        var noun = Pattern.compile("(?iu)(?<!\\p{L})(?:" + String.join("|", quoted) + ")(?:s|es|n|en)?(?!\\p{L})");
        return around(noun.matcher(output).replaceFirst(WORD));
    }

    /** @param place what stands for the span in the references */
    public static List<String> ofReferences(List<String> references, String place) {
        return references.stream()
                .map(reference -> around(reference.replace(place, WORD)))
                .toList();
    }

    private static String around(String text) {
        var written = CONTRACTION
                .matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(CONTRACTIONS.get(match.group().toLowerCase(Locale.ROOT))));
        return ARTICLE.matcher(written).replaceAll("");
    }
}
