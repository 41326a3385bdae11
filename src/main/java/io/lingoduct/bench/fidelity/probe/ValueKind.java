package io.lingoduct.bench.fidelity.probe;

import io.lingoduct.bench.fidelity.check.LocalForms;
import io.lingoduct.bench.fidelity.check.WrittenValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Kinds of values that must survive a translation, each with English sentences that have a place for one, {@code ~}. */
enum ValueKind {
    INTEGER(
            "plain integers",
            "We sold ~ tickets last summer.",
            "The town has ~ inhabitants today.",
            "He counted ~ birds near the river.",
            "There are ~ books in the old library.",
            "They wrote ~ letters to the mayor.",
            "The bridge carries ~ cars every month.") {
        @Override
        WrittenValue make(Random random, LocalForms target) {
            int below = (int) Math.pow(10, 1 + random.nextInt(7));
            return number(BigDecimal.valueOf(random.nextInt(below)), random.nextBoolean(), target, Set.of());
        }
    },
    DECIMAL(
            "decimals",
            "The fish was ~ metres long.",
            "The water rose by ~ percent in one night.",
            "She needs ~ litres of milk for the cake.",
            "The box weighs ~ kilograms without the lid.",
            "The average mark was ~ this year.") {
        @Override
        WrittenValue make(Random random, LocalForms target) {
            var value = BigDecimal.valueOf(random.nextInt(5_000_000), 1 + random.nextInt(3));
            return number(value, random.nextBoolean(), target, Set.of());
        }
    },
    PRICE(
            "prices",
            "The lamp costs ~ in the shop around the corner.",
            "We paid ~ for the room.",
            "Your new balance is ~ at the moment.",
            "The repair was ~ more than I had thought.",
            "I owe my sister ~ since last week.") {
        @Override
        WrittenValue make(Random random, LocalForms target) {
            var currency = Currency.getInstance(List.of("USD", "EUR", "GBP").get(random.nextInt(3)));
            int most = (int) Math.pow(10, 3 + random.nextInt(4));
            var amount = random.nextInt(4) == 0
                    ? BigDecimal.valueOf(1 + random.nextInt(most / 100))
                    : BigDecimal.valueOf(100 + random.nextInt(most), 2);
            var names = new LinkedHashSet<>(target.currency(currency));
            names.addAll(ENGLISH.currency(currency));
            var sign = currency.getSymbol(Locale.US);
            names.add(sign);
            var value = number(amount, true, target, names);
            return new WrittenValue(sign + value.source(), value.forms(), names);
        }
    },
    DATE(
            "dates",
            "The meeting is on ~ in the town hall.",
            "My grandmother was born on ~ in the south.",
            "Please answer before ~ if you can.",
            "The school was opened on ~ by the king.",
            "They have been married since ~ and are still happy.") {
        @Override
        WrittenValue make(Random random, LocalForms target) {
            var date = LocalDate.of(1900 + random.nextInt(140), 1 + random.nextInt(12), 1 + random.nextInt(28));
            var pattern = List.of("MMMM d, yyyy", "d MMMM yyyy", "yyyy-MM-dd").get(random.nextInt(3));
            return written(DateTimeFormatter.ofPattern(pattern, Locale.US).format(date), target.date(date));
        }
    },
    TIME(
            "times",
            "The train leaves at ~ from the first platform.",
            "Dinner is at ~ as always.",
            "He called me at ~ and woke me up.",
            "The shop closes at ~ on Saturdays.",
            "We met at ~ in front of the church.") {
        @Override
        WrittenValue make(Random random, LocalForms target) {
            var time = LocalTime.of(random.nextInt(24), random.nextInt(60));
            var pattern = random.nextBoolean() ? "HH:mm" : "h:mm a";
            var written = DateTimeFormatter.ofPattern(pattern, Locale.US).format(time);
            return written(written.toLowerCase(Locale.ROOT), target.time(time));
        }
    };

    private static final LocalForms ENGLISH = new LocalForms("en-US");

    private final String label;
    private final List<String> frames;

    ValueKind(String label, String... frames) {
        this.label = label;
        this.frames = List.of(frames);
    }

    String label() {
        return label;
    }

    List<String> frames() {
        return frames;
    }

    /** A value, to be written as the source language, English, does, or as the target language does. */
    abstract WrittenValue make(Random random, LocalForms target);

    private static WrittenValue number(BigDecimal value, boolean grouped, LocalForms target, Set<String> currency) {
        var source = String.format(Locale.US, (grouped ? "%,." : "%.") + value.scale() + "f", value);
        return new WrittenValue(source, written(source, target.number(value)).forms(), currency);
    }

    private static WrittenValue written(String source, Set<String> targetForms) {
        var forms = new LinkedHashSet<String>();
        forms.add(source);
        forms.addAll(targetForms);
        return new WrittenValue(source, forms, Set.of());
    }
}
