package io.lingoduct.front.number;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of months and their numbers, in some languages together. */
final class MonthNames {

    /** Shorter names are often other words, too. */
    private static final int SHORTEST = 3;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<String> abbreviations = new HashSet<>();

    MonthNames(Collection<ULocale> locales) {
        for (var locale : locales) {
            var symbols = new DateFormatSymbols(locale);
            for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
                for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
                    var names = symbols.getMonths(context, width);
                    for (int month = 1; month <= 12; month++) {
                        add(names[month - 1], month, width == DateFormatSymbols.ABBREVIATED);
                    }
                }
            }
            if (locale.getLanguage().equals("en")) {
                add("Sept", 9, true);
            }
        }
    }

    private void add(String name, int month, boolean abbreviated) {
        var bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (bare.length() < SHORTEST || !bare.codePoints().allMatch(Character::isLetter)) {
            return;
        }
        var capital = bare.substring(0, 1).toUpperCase(Locale.ROOT) + bare.substring(1);
        for (var form : List.of(bare, capital, bare.toUpperCase(Locale.ROOT))) {
            if (numbers.putIfAbsent(form, month) == null && abbreviated) {
                abbreviations.add(form);
            }
        }
    }

    void remove(MonthNames others) {
        numbers.keySet().removeAll(others.numbers.keySet());
        abbreviations.removeAll(others.abbreviations);
    }

    /** The names as a regular expression, with the dot of those that are short for another, unless it ends a line or a quotation. */
    String expression() {
        if (numbers.isEmpty()) {
            return "(?!)";
        }
        return numbers.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(name -> Pattern.quote(name) + (isAbbreviation(name) ? Ends.DOT + "?" : ""))
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    /** The month of a name as it stands in a text, 1 to 12. */
    int number(String name) {
        return numbers.get(bare(name));
    }

    boolean isAbbreviation(String name) {
        return abbreviations.contains(bare(name));
    }

    private static String bare(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
