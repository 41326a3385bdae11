package io.lingoduct.front.number;

import java.util.Map;

/** Signs of currencies. */
final class Currencies {

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("$", "USD"),
            Map.entry("US$", "USD"),
            Map.entry("CA$", "CAD"),
            Map.entry("C$", "CAD"),
            Map.entry("AU$", "AUD"),
            Map.entry("A$", "AUD"),
            Map.entry("HK$", "HKD"),
            Map.entry("NZ$", "NZD"),
            Map.entry("S$", "SGD"),
            Map.entry("R$", "BRL"),
            Map.entry("\u20AC", "EUR"),
            Map.entry("\u00A3", "GBP"),
            Map.entry("\u00A5", "JPY"),
            Map.entry("\u20B9", "INR"),
            Map.entry("\u20A9", "KRW"),
            Map.entry("\u20BD", "RUB"),
            Map.entry("\u20BA", "TRY"),
            Map.entry("\u20AA", "ILS"),
            Map.entry("\u20AB", "VND"),
            Map.entry("\u0E3F", "THB"),
            Map.entry("\u20B4", "UAH"));

    private Currencies() {}

    /** ISO 4217 code of a sign or code; the sign itself where it has none. */
    static String code(String written) {
        return CODES.getOrDefault(written, written);
    }
}
