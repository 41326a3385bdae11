package io.lingoduct.front.edge;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Tells by the first words of a sentence without a mark whether it asks something. */
final class QuestionWords {

    private static final Map<String, Set<String>> ASKING = Map.of(
            "en",
            Set.of(
                    "what", "who", "whom", "whose", "where", "when", "why", "how", "which", "what's", "who's",
                    "where's", "how's", "whats", "wheres"),
            "de",
            Set.of(
                    "wer", "wen", "wem", "was", "wo", "wann", "warum", "wieso", "weshalb", "wie", "welche", "welcher",
                    "welches", "welchen", "wohin", "woher"),
            "fr",
            Set.of(
                    "qui",
                    "quoi",
                    "o\u00F9",
                    "quand",
                    "pourquoi",
                    "comment",
                    "combien",
                    "quel",
                    "quelle",
                    "quels",
                    "quelles",
                    "est-ce",
                    "qu'est-ce"));

    /** Verbs that ask if they come first and a subject is next. */
    private static final Map<String, Set<String>> VERBS = Map.of(
            "en",
            Set.of(
                    "is", "are", "was", "were", "am", "do", "does", "did", "can", "could", "will", "would", "should",
                    "have", "has", "had", "may", "shall", "isn't", "aren't", "don't", "doesn't", "didn't", "can't",
                    "won't", "haven't", "hasn't"),
            "de",
            Set.of(
                    "ist",
                    "sind",
                    "bin",
                    "bist",
                    "seid",
                    "war",
                    "waren",
                    "hast",
                    "habt",
                    "haben",
                    "hat",
                    "habe",
                    "kann",
                    "kannst",
                    "k\u00F6nnen",
                    "k\u00F6nnt",
                    "k\u00F6nnten",
                    "k\u00F6nntest",
                    "wird",
                    "werden",
                    "wirst",
                    "darf",
                    "soll",
                    "muss",
                    "willst",
                    "wollt",
                    "m\u00F6chtest",
                    "gibt"),
            "fr",
            Set.of("peux-tu", "pouvez-vous", "avez-vous", "as-tu", "est-il", "est-elle", "puis-je", "y"));

    private static final Map<String, Set<String>> SUBJECTS = Map.of(
            "en",
            Set.of(
                    "i", "you", "he", "she", "it", "we", "they", "there", "this", "that", "my", "your", "the", "these",
                    "those", "anyone", "anybody", "tom"),
            "de",
            Set.of(
                    "ich", "du", "er", "sie", "es", "wir", "ihr", "das", "mein", "meine", "der", "die", "dein", "deine",
                    "jemand"),
            "fr",
            Set.of());

    private final Set<String> asking;
    private final Set<String> verbs;
    private final Set<String> subjects;

    QuestionWords(String language) {
        var code = Locale.forLanguageTag(language).getLanguage();
        this.asking = ASKING.getOrDefault(code, Set.of());
        this.verbs = VERBS.getOrDefault(code, Set.of());
        this.subjects = SUBJECTS.getOrDefault(code, Set.of());
    }

    boolean asks(String sentence) {
        var words = sentence.strip()
                .toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'')
                .split("[ ,]+", 3);
        if (words.length < 2) {
            return asking.contains(words[0]);
        }
        return asking.contains(words[0])
                || verbs.contains(words[0]) && (subjects.isEmpty() || subjects.contains(words[1]));
    }
}
