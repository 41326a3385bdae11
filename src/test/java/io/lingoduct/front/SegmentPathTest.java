package io.lingoduct.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.front.markup.TextMarkup;
import io.lingoduct.front.number.NumberStyle;
import io.lingoduct.front.span.KeepPatterns;
import io.lingoduct.model.PlaceholderForm;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentPathTest {

    private static final String FIRST = PlaceholderForm.RESERVED.things().get(0);
    private static final String SECOND = PlaceholderForm.RESERVED.things().get(1);

    @Test
    void shouldGiveTheModelPlaceholdersAndPutSpansWhereItPutsThem() {
        var texts = StepRunner.of(input ->
                input.equals("Send " + FIRST + " to " + SECOND + ".") ? "An " + SECOND + " sende " + FIRST + "." : "?");

        assertThat(texts.translate("Send AB-1234 to anna@example.com."))
                .isEqualTo("An anna@example.com sende AB-1234.");
        assertThat(texts.results.get(0).way()).isEqualTo(Way.DIRECT);
    }

    @Test
    void shouldTryAnotherFormWhereAPlaceholderIsLost() {
        var texts = StepRunner.of(input -> input.contains(FIRST)
                ? "Sende es."
                : "Sende " + PlaceholderForm.NAMES.things().get(0) + ".");

        assertThat(texts.translate("Send AB-1234.")).isEqualTo("Sende AB-1234.");
        assertThat(texts.results.get(0).way()).isEqualTo(Way.OTHER_FORM);
    }

    @Test
    void shouldTryAnotherFormWhereAPlaceholderIsDoubledOrPartOfAWord() {
        var texts = StepRunner.of(input -> input.contains(FIRST) ? FIRST + " " + FIRST + "." : "Bostons Tom.");

        assertThat(texts.translate("Send AB-1234.")).isEqualTo("Bostons AB-1234.");
    }

    @Test
    void shouldTranslateThePiecesWhereNoFormIsCarried() {
        var texts = StepRunner.of(input -> switch (input) {
            case "Send" -> "Sende";
            case "to" -> "an";
            default -> "Was?";
        });

        assertThat(texts.translate("Send AB-1234 to anna@example.com."))
                .isEqualTo("Sende AB-1234 an anna@example.com.");
        assertThat(texts.results.get(0).way()).isEqualTo(Way.PIECES);
        assertThat(texts.results.get(0).quality().concerns()).contains("in-pieces", "lost-span");
    }

    @Test
    void shouldKeepFiveHundredSpansOfOneSentence() {
        var spans = IntStream.range(0, 500).mapToObj(i -> "AB-" + (1000 + i)).toList();
        var texts = StepRunner.of(input -> "Ja.");

        var translation = texts.translate("Send " + String.join(" and ", spans) + ".");

        assertThat(spans).allSatisfy(span -> assertThat(translation).containsOnlyOnce(span));
    }

    @Test
    void shouldGiveOwnCharactersOfATextBack() {
        var texts = StepRunner.of(input -> input.replace("Take", "Nimm"));

        assertThat(texts.translate("Take " + FIRST + " and \uFFFC.")).isEqualTo("Nimm " + FIRST + " and \uFFFC.");
    }

    @Test
    void shouldRefuseAPlaceholderThatNobodyAskedFor() {
        var texts = StepRunner.of(input -> "Das ist " + FIRST + ".");

        assertThat(texts.translate("This is a test.")).isEqualTo("This is a test.");
        assertThat(texts.results.get(0).way()).isEqualTo(Way.SOURCE);
        assertThat(texts.results.get(0).quality().estimate()).isZero();
    }

    @Test
    void shouldAskForAnotherSearchWhereAnAnswerGoesRoundInALoop() {
        var texts = new StepRunner(
                PlaceholderForm.RESERVED,
                request -> Optional.of(
                        request.search() == Step.Search.UNREPEATED ? "Das ist gut." : "Das Das Das Das Das ist gut."));

        assertThat(texts.translate("This is good.")).isEqualTo("Das ist gut.");
        assertThat(texts.results.get(0).way()).isEqualTo(Way.UNREPEATED);
        assertThat(texts.counters.snapshot()).containsEntry("way-unrepeated", 1L);
    }

    @Test
    void shouldKeepTheSourceWhereAllThatTheModelWritesIsALoop() {
        var texts = StepRunner.of(input -> "Se-Se-Se-Se-Se-Se-");

        assertThat(texts.translate("This is good.")).isEqualTo("This is good.");
        assertThat(texts.results.get(0).quality().concerns()).contains("source-kept");
        assertThat(texts.counters.snapshot()).containsEntry("way-source", 1L);
    }

    @Test
    void shouldMaskANumberThatTheModelChanges() {
        var number = PlaceholderForm.RESERVED.numbers().get(0);
        var texts =
                StepRunner.of(input -> input.contains("3") ? "Ich habe 4 Katzen." : "Ich habe " + number + " Katzen.");

        assertThat(texts.translate("I have 3 cats.")).isEqualTo("Ich habe 3 Katzen.");
        assertThat(texts.results.get(0).way()).isEqualTo(Way.NUMBERS);
    }

    @Test
    void shouldTryTheNextWayWhereTheModelDoesNotTakeARequest() {
        var texts = new StepRunner(
                PlaceholderForm.RESERVED,
                request -> request.input().length() > 8 ? Optional.empty() : Optional.of("Sende"));

        assertThat(texts.translate("Send AB-1234.")).isEqualTo("Sende AB-1234.");
    }

    @Test
    void shouldGiveCapitalsAndMarksBack() {
        var texts = StepRunner.of(input -> input.equals("Where is my order?") ? "Wo ist meine Bestellung?" : "Nichts.");

        assertThat(texts.translate("WHERE IS MY ORDER?!")).isEqualTo("WO IST MEINE BESTELLUNG?!");
        assertThat(texts.translate("where is my order")).isEqualTo("wo ist meine Bestellung");
    }

    @Test
    void shouldKeepEmojiFromTheModel() {
        var texts = StepRunner.of(input -> input.equals("I really like it.") ? "Ich mag es wirklich." : "Nichts.");

        assertThat(texts.translate("I really like it \u2764\uFE0F")).isEqualTo("Ich mag es wirklich \u2764\uFE0F");
    }

    @Test
    void shouldWriteNumbersAsTheTargetDoesWhereAsked() {
        var number = PlaceholderForm.RESERVED.numbers().get(0);
        var texts = StepRunner.of(input -> "Es kostet " + number + ".");
        var localized = new TextOptions(TextMarkup.TEXT, KeepPatterns.NONE, NumberStyle.LOCALIZE);

        assertThat(texts.translate("It costs 1,234.50.", localized)).isEqualTo("Es kostet 1.234,50.");
        assertThat(texts.translate("It costs 1,234.50.")).isEqualTo("Es kostet 1,234.50.");
    }

    @Test
    void shouldKeepWhatARouteNames() {
        var texts = StepRunner.of(input -> input.replace("Buy", "Kaufe"));
        var options = new TextOptions(TextMarkup.TEXT, KeepPatterns.of(List.of("Lingo ?Duct")), NumberStyle.KEEP);

        assertThat(texts.translate("Buy Lingo Duct.", options)).isEqualTo("Kaufe Lingo Duct.");
        assertThat(texts.requests.stream().map(Step.Request::input).collect(Collectors.joining()))
                .doesNotContain("Lingo");
    }

    @Test
    void shouldLeaveATextWithoutWordsAlone() {
        var texts = StepRunner.of(input -> "Nichts.");

        assertThat(texts.translate("AB-1234 https://example.com 12:30 \u2764\uFE0F"))
                .isEqualTo("AB-1234 https://example.com 12:30 \u2764\uFE0F");
        assertThat(texts.requests).isEmpty();
    }
}
