package io.lingoduct.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lingoduct.model.TranslationException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SegmentingTextTranslatorTest {

    private final FakeTranslator translator = FakeTranslator.open();
    private final TranslationEngine engine = new TranslationEngine(
            translator, EngineOptions.defaults().withParallelRuns(2).withLinger(Duration.ofMillis(1)));
    private final SegmentingTextTranslator texts = new SegmentingTextTranslator(engine);

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void shouldKeepWhiteSpaceAndLineBreaks() {
        assertThat(texts.translate("  One here.  Two there.\n\n\tthree ").join())
                .isEqualTo(new TranslatedText("  ONE HERE.  TWO THERE.\n\n\tTHREE ", 3, true, engine.model()));
    }

    @Test
    void shouldPassATextWithoutSegmentsThroughAtOnce() {
        assertThat(texts.translate(" 42 \n"))
                .isCompletedWithValue(new TranslatedText(" 42 \n", 0, true, engine.model()));
    }

    @Test
    void shouldTranslateATextThatIsLongerThanTheModelsLimit() {
        var text = "many words in one sentence ".repeat(100).strip();
        assertThat(texts.translate(text).join().text()).isEqualTo(text.toUpperCase(Locale.ROOT));
    }

    @Test
    void shouldTokenizeASegmentOnce() {
        texts.translate("One here. Two there.\nthree").join();

        assertThat(translator.encodings).hasValue(3);
    }

    @Test
    void shouldSayWhenASegmentWasCutShort() {
        assertThat(texts.translate("An end. It is endless.").join().complete()).isFalse();
    }

    @Test
    void shouldFailATextThatCannotBePutTogether() {
        translator.nameless();

        assertThat(texts.translate("healthy"))
                .failsWithin(10, TimeUnit.SECONDS)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(TranslationException.class)
                .withMessageContaining("staged");
    }

    @Test
    void shouldFailATextOfWhichASegmentFails() {
        assertThat(texts.translate("healthy\npoison"))
                .failsWithin(10, TimeUnit.SECONDS)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(TranslationException.class)
                .withMessage("poisoned");
    }

    @Test
    void shouldReportEveryFailureAsATranslationException() {
        assertThat(texts.translate("grave error"))
                .failsWithin(10, TimeUnit.SECONDS)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(TranslationException.class)
                .withRootCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void shouldScoreATextByTheMeanOfItsSegments() {
        assertThat(texts.translateScored("One here. Two there.").join().score()).isEqualTo(-1.0);
    }

    @Test
    void shouldCancelTheSegmentsOfACancelledText() {
        var gated = FakeTranslator.gated();
        try (var busy = new TranslationEngine(gated, EngineOptions.defaults().withParallelRuns(1))) {
            var first = busy.submit("first");
            await().until(() -> gated.batchSizes.size() == 1);
            new SegmentingTextTranslator(busy).translate("to be forgotten").cancel(false);
            gated.openGate();
            assertThat(first.join().text()).isEqualTo("FIRST");
        }
        assertThat(gated.batchSizes).containsExactly(1);
    }

    @Test
    void shouldLetASmallTextGetAheadOfALargeOne() {
        assertThat(firstBatchOfALargeTextAnd("hey")).hasSize(4).contains("hey");
    }

    @Test
    void shouldNotTakeATextOfManySegmentsForASmallRequest() {
        var many = "hey\n".repeat(SegmentingTextTranslator.INTERACTIVE_SEGMENTS + 1);
        assertThat(firstBatchOfALargeTextAnd(many)).hasSize(4).doesNotContain("hey");
    }

    @Test
    void shouldTranslateSegmentsThatAreTheSameOnce() {
        var text =
                texts.translate("One here.\nOne here.\nTwo there.\nOne here.").join();

        assertThat(text.text()).isEqualTo("ONE HERE.\nONE HERE.\nTWO THERE.\nONE HERE.");
        assertThat(text.segments()).isEqualTo(4);
        assertThat(translator.encodings).hasValue(2);
        assertThat(translator.batches.stream().flatMap(List::stream))
                .containsExactlyInAnyOrder("One here.", "Two there.");
    }

    @Test
    void shouldLeaveWhatTheModelCannotReadAsItIs() {
        translator.unreadable("Ẁẃẅ!");

        assertThat(texts.translate("One.\nẀẃẅ!").join())
                .isEqualTo(new TranslatedText("ONE.\nẀẃẅ!", 1, true, engine.model()));
    }

    private static String document(int lines) {
        return IntStream.range(0, lines)
                .mapToObj(line -> "a line of a document, among others: " + (char) ('a' + line))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** What is translated first when both texts wait, the large one longer. */
    private static List<String> firstBatchOfALargeTextAnd(String later) {
        var gated = FakeTranslator.gated();
        var options = EngineOptions.defaults().withParallelRuns(1).withMaxBatchSegments(4);
        try (var busy = new TranslationEngine(gated, options)) {
            busy.submit("first");
            await().until(() -> gated.batchSizes.size() == 1);
            var texts = new SegmentingTextTranslator(busy);
            var large = texts.translate(document(20));
            var next = texts.translate(later);
            gated.openGate();
            assertThat(next.join().text()).isEqualTo(later.toUpperCase(Locale.ROOT));
            assertThat(large.join().segments()).isEqualTo(20);
        }
        return gated.batches.get(1);
    }
}
