package io.lingoduct.front.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberCheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | de | I have 3 cats.                 | Ich habe 3 Katzen.",
                "en | de | I have 3 cats.                 | Ich habe drei Katzen.",
                "en | de | I have 1 cat.                  | Ich habe eine Katze.",
                "en | de | I have twelve cats.            | Ich habe 12 Katzen.",
                "en | de | He is 21.                      | Er ist einundzwanzig.",
                "en | de | He is twenty-one.              | Er ist 21.",
                "en | de | We sold 1,234,567 cups.        | Wir haben 1.234.567 Tassen verkauft.",
                "en | de | We sold 1,234,567 cups.        | Wir haben 1,234,567 Tassen verkauft.",
                "en | de | We sold 1,234 cups.            | Wir haben 1,234 Tassen verkauft.",
                "en | de | It is 3.5 miles.               | Es sind 3,5 Meilen.",
                "en | de | It is 3.5 miles.               | Es sind 3.5 Meilen.",
                "en | de | It costs $5.00.                | Es kostet 5,00 $.",
                "en | de | It costs $5.                   | Es kostet 5 Dollar.",
                "en | de | On March 5, 2024 it rained.    | Am 5. M\u00E4rz 2024 hat es geregnet.",
                "en | de | On March 5, 2024 it rained.    | Am March 5, 2024 hat es geregnet.",
                "en | de | On 2024-03-05 it rained.       | Am 5.3.2024 hat es geregnet.",
                "en | de | Come at 3 pm.                  | Komm um 15 Uhr.",
                "en | de | Come at 3:45 pm.               | Komm um 15:45 Uhr.",
                "en | de | Come at 3:45 pm.               | Komm um 15.45 Uhr.",
                "en | de | Come at 3 o'clock.             | Komm um 3 Uhr.",
                "en | de | Come at three o'clock.         | Komm um 3 Uhr.",
                "en | de | Come at three o'clock.         | Komm um 15:00 Uhr.",
                "en | de | Come at half past three.       | Komm um 15:30 Uhr.",
                "en | de | Come at 3:30.                  | Komm um halb vier.",
                "en | de | He is 2nd.                     | Er ist 2.",
                "en | de | He is 2nd.                     | Er ist Zweiter.",
                "en | de | In the 1990s.                  | In den 1990er Jahren.",
                "en | de | Pages 10-20.                   | Seiten 10 bis 20.",
                "en | de | Pages 10-20.                   | Seiten 10\u201320.",
                "en | de | 2 dogs and 3 cats.             | Zwei Hunde und 3 Katzen.",
                "en | de | I saw it 2 times.              | Ich habe es zweimal gesehen.",
                "en | de | About 20% of them.             | Etwa 20 Prozent davon.",
                "en | de | It is -5 outside.              | Drau\u00DFen sind es \u22125.",
                "en | de | Two hundred people.            | 200 Menschen.",
                "en | de | A hundred people.              | 100 Menschen.",
                "de | en | Um 15 Uhr.                     | At 3 pm.",
                "de | en | Ich habe 2 Hunde.              | I have two dogs.",
                "de | en | Es kostet 1.234,50 \u20AC.     | It costs \u20AC1,234.50.",
                "de | en | Am 5.3.2024.                   | On March 5, 2024.",
                "de | en | Ich bin seit halb vier hier.   | I have been here since 3:30.",
                "fr | de | Il y a 1 234 personnes.        | Es sind 1.234 Personen.",
                "fr | en | Il a douze ans.                | He is 12.",
                "fr | en | Il a 72 ans.                   | He is seventy-two.",
                "fr | en | \u00C0 15h45.                  | At 3:45 pm.",
                "fr | en | Le 1er mai.                    | On May 1st.",
                "en | fr | He is 91.                      | Il a quatre-vingt-onze ans.",
                "en | fr | I have 1 cat.                  | J'ai une chatte.",
                "en | ja | I have 3 cats.                 | \u732B\u304C3\u5339\u3044\u307E\u3059\u3002",
            })
    void sameValuesAreKept(String from, String to, String source, String target) {
        assertThat(new NumberCheck(from, to).difference(source, target))
                .isEqualTo(new NumberCheck.Difference(List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | de | I have 3 cats.             | Ich habe Katzen.            | 3          | ''",
                "en | de | I have cats.               | Ich habe 3 Katzen.          | ''         | 3",
                "en | de | I have 3 cats.             | Ich habe 4 Katzen.          | 3          | 4",
                "en | de | I have 3 cats.             | Ich habe 33 Katzen.         | 3          | 33",
                "en | de | It is 1,234 miles.         | Es sind 1234,0 Meilen.      | ''         | ''",
                "en | de | It is 3.45 miles.          | Es sind 345 Meilen.         | 3.45       | 345",
                "en | de | It is 3.456 miles.         | Es sind 3456 Meilen.        | 3.456      | 3456",
                "en | de | 2 dogs and 2 cats.         | Zwei Hunde und Katzen.      | 2          | ''",
                "en | de | 5 and 5.                   | 5.                          | 5          | ''",
                "en | de | It costs $5.               | Es kostet 5 \u20AC.         | $5         | 5 \u20AC",
                "en | de | Come at 3 pm.              | Komm um 3 Uhr.              | 3 pm       | 3",
                "en | de | Come at 3:45 pm.           | Komm um 15:54 Uhr.          | 3:45 pm    | 15:54",
                "en | de | On March 5, 2024 it was.   | Es war am 5. Mai 2024.      | March 5, 2024 | 5. Mai 2024",
                "en | de | On 03/04/2024 it was.      | Es war am 3.4.2024.         | 03/04/2024 | 3.4.2024",
                "en | de | It is -5 outside.          | Drau\u00DFen sind es 5.     | -5         | 5",
                "en | de | It won 3:1.                | Es gewann 1:3.              | 3:1        | 1:3",
                "en | de | Come at three o'clock.     | Komm um 4 Uhr.              | ''         | 4",
                "en | de | In 1987.                   | Im Jahr 1978.               | 1987       | 1978",
                "fr | en | Le 5 mars.                 | On May 5.                   | 5 mars     | May 5",
            })
    void changedValuesAreTold(String from, String to, String source, String target, String lost, String added) {
        assertThat(new NumberCheck(from, to).difference(source, target))
                .isEqualTo(new NumberCheck.Difference(list(lost), list(added)));
    }

    private static List<String> list(String value) {
        return value.isEmpty() ? List.of() : List.of(value);
    }

    @Test
    void textsWithoutDigitsHaveNoDifference() {
        assertThat(new NumberCheck("en", "de").isKept("I have two cats.", "Ich habe Katzen."))
                .isTrue();
    }

    @Property
    void everyTextHasTheValuesOfItself(@ForAll String text) {
        for (var target : List.of("de", "en-GB", "ja", "x-none")) {
            assertThat(new NumberCheck("en", target).isKept(text, text)).isTrue();
        }
    }

    @Property
    void oneChangedDigitIsNoticed(
            @ForAll @IntRange(min = 101, max = 9_999_999) int number, @ForAll @IntRange(min = 1, max = 9) int more) {
        var check = new NumberCheck("en", "de");
        int changed = number / 10 * 10 + (number + more) % 10;
        assertThat(check.isKept(String.format("%,d birds", number), number + " V\u00F6gel"))
                .isTrue();
        assertThat(check.isKept(String.format("%,d birds", number), changed + " V\u00F6gel"))
                .isFalse();
    }
}
