package io.lingoduct.bench.fidelity.check;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Ways in which a language writes numbers, currencies, dates and times, after Unicode's CLDR as Java has it. */
public final class LocalForms {

    /** Customary ways of writing a time that CLDR does not have: 18.00 Uhr, 18 h 00. */
    private static final Map<String, List<String>> MORE_TIMES =
            Map.of("de", List.of("H.mm", "HH.mm"), "fr", List.of("H'h'mm", "HH'h'mm", "H 'h' mm", "HH 'h' mm"));

    private final Locale locale;

    /** @param language BCP 47 tag */
    public LocalForms(String language) {
        this.locale = Locale.forLanguageTag(language);
    }

    /** With and without signs between the thousands; all digits after the decimal sign stay. */
    public Set<String> number(BigDecimal value) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(value.scale());
        format.setMaximumFractionDigits(value.scale());
        var forms = new LinkedHashSet<String>();
        forms.add(format.format(value));
        format.setGroupingUsed(false);
        forms.add(format.format(value));
        return forms;
    }

    /** Sign, code, and the words of its name that are not short ones. */
    public Set<String> currency(Currency currency) {
        var forms = Arrays.stream(currency.getDisplayName(locale).split("\\P{L}+"))
                .filter(word -> word.length() > 3)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        forms.add(currency.getSymbol(locale));
        forms.add(currency.getCurrencyCode());
        return forms;
    }

    /** With the month's name, whole or short, and in figures with four of the year. */
    public Set<String> date(LocalDate date) {
        var forms = new LinkedHashSet<String>();
        forms.add(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(date));
        forms.add(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(date));
        var figures = pattern(FormatStyle.SHORT, null).replaceAll("y+", "yyyy");
        for (var pattern : List.of(
                figures,
                figures.replaceAll("d+", "d").replaceAll("M+", "M"),
                figures.replaceAll("d+", "dd").replaceAll("M+", "MM"))) {
            forms.add(DateTimeFormatter.ofPattern(pattern, locale).format(date));
        }
        return forms;
    }

    /** Hours and minutes, the hour with and without a leading nought. */
    public Set<String> time(LocalTime time) {
        var usual = pattern(null, FormatStyle.SHORT);
        var forms = new LinkedHashSet<String>();
        var patterns = new ArrayList<>(List.of(usual, usual.replaceAll("H+", "H"), usual.replaceAll("H+", "HH")));
        patterns.addAll(MORE_TIMES.getOrDefault(locale.getLanguage(), List.of()));
        for (var pattern : patterns) {
            forms.add(DateTimeFormatter.ofPattern(pattern, locale).format(time));
        }
        return forms;
    }

    private String pattern(FormatStyle date, FormatStyle time) {
        return DateTimeFormatterBuilder.getLocalizedDateTimePattern(date, time, IsoChronology.INSTANCE, locale);
    }
}
