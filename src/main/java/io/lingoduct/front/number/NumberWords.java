package io.lingoduct.front.number;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Small and round numbers in the words of one language: how often each stands in a text. Safe to use from many threads. */
final class NumberWords {

    private static final int LARGEST_IN_ROW = 100;
    private static final int MOST_WORDS = 5;

    /** Other words that say a number, and the words that halve an hour, with the hour that they are said with. */
    private static final Map<String, Map<String, Integer>> MORE = Map.of(
            "en",
            Map.of("once", 1, "twice", 2, "both", 2, "dozen", 12, "hundred", 100, "thousand", 1000),
            "de",
            Map.of("beide", 2, "beiden", 2, "beider", 2, "beides", 2, "dutzend", 12, "hundert", 100, "tausend", 1000),
            "fr",
            Map.of("douzaine", 12, "midi", 12, "minuit", 0));

    private final String language;
    private final Map<String, Integer> numbers = new HashMap<>();

    NumberWords(ULocale locale) {
        this.language = locale.getLanguage();
        var format = new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT);
        for (var rules : format.getRuleSetNames()) {
            if (rules.startsWith("%spellout-") && !rules.contains("year")) {
                spelled().forEach(number -> add(format.format(number, rules), number));
            }
        }
        MORE.getOrDefault(language, Map.of()).forEach(this::add);
        if (language.equals("de")) {
            spelled().forEach(number -> add(format.format(number).replaceAll("eins$", "ein") + "mal", number));
        }
    }

    private static IntStream spelled() {
        return IntStream.concat(
                IntStream.rangeClosed(0, LARGEST_IN_ROW),
                IntStream.of(100, 1_000, 10_000, 100_000, 1_000_000)
                        .flatMap(round -> IntStream.rangeClosed(1, 9).map(times -> times * round)));
    }

    private void add(String word, int number) {
        var words = words(word);
        if (!words.isEmpty() && words.size() <= MOST_WORDS && word.chars().noneMatch(Character::isDigit)) {
            numbers.putIfAbsent(String.join(" ", words), number);
        }
    }

    /** Numbers and how often each is said, the longest words that make one together taken as one. */
    Map<Integer, Integer> in(String text) {
        var counts = new HashMap<Integer, Integer>();
        var words = words(text);
        for (int i = 0; i < words.size(); ) {
            int taken = 1;
            for (int length = Math.min(MOST_WORDS, words.size() - i); length > 0; length--) {
                var number = numbers.get(String.join(" ", words.subList(i, i + length)));
                if (number != null) {
                    counts.merge(number, 1, Integer::sum);
                    taken = length;
                    break;
                }
            }
            i += taken;
        }
        return counts;
    }

    /** The hour that is half over at half past an hour, as the language says it; -1 if the text does not say so. */
    int halfHour(String text, int hour) {
        var lower = text.toLowerCase(Locale.ROOT);
        return switch (language) {
            case "en" -> lower.contains("half") ? hour : -1;
            case "de" -> lower.contains("halb") ? hour + 1 : -1;
            case "fr" -> lower.contains("demi") ? hour : -1;
            default -> -1;
        };
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
                word.append(Character.toLowerCase(c));
            } else if (c != '\u00AD' && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }
}
