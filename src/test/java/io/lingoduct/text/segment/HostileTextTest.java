package io.lingoduct.text.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text costs is measured by the characters whose tokens are counted. */
class HostileTextTest {

    private static final int LENGTH = 100_000;

    private final TextSegmenter english = new TextSegmenter("en", 100);
    private long counted;

    @ParameterizedTest
    @ValueSource(strings = {"a", "ab", "@a.", "\"a", "A.", "https://a.b/", "\uD834\uDD60", "\u0301", "\u200D"})
    void shouldNotCountWhatRepeatsItself(String unit) {
        var text = unit.repeat(LENGTH / unit.length());

        assertThat(split(text, String::length).segments()).isEmpty();
        assertThat(counted).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Aaaaaaaah!",
                "hahahahahahahaha",
                "ok",
                "Nooooooooooooooooooooooooooo!!!!!!!!!",
                "no no no no no",
                "ha. ha. ha."
            })
    void shouldTranslateWhatRepeatsItselfAsPeopleDo(String text) {
        assertThat(String.join(" ", split(text, String::length).segments())).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no ", "a, ", "So many words. ", "a\u0301\u0327\u0308 "})
    void shouldGiveTheSameSegmentsForWordsThatRepeatThemselves(String unit) {
        var segments =
                split(unit.repeat(LENGTH / unit.length()), String::length).segments();

        assertThat(segments).hasSizeGreaterThan(900);
        assertThat(segments.stream().distinct()).hasSizeLessThan(5);
    }

    @Test
    void shouldLeaveARepetitionOutOfItsSentence() {
        var line = "Contents " + ".".repeat(200) + " see below";

        assertThat(split(line, String::length).segments()).containsExactly("Contents", "see below");
    }

    @Test
    void shouldLeaveAnEncodedPictureOutOfItsSentence() {
        var bytes = new byte[3_000];
        new Random(1).nextBytes(bytes);
        var picture = Base64.getEncoder().encodeToString(bytes);

        var text = split("Look at " + picture + " and answer me.", String::length);

        assertThat(text.segments()).containsExactly("Look at", "and answer me.");
        assertThat(counted).isLessThan(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://files.example.com/report?token=%s&part=summary&mode=view",
                "https://files.example.com/%s.html?part=summary",
                "(see https://files.example.com/view?part=summary&token=%s)",
                "https://files.example.com/a,b?token=%s,mode&part=summary",
                "token-%s@mail.example.com",
                "html.example.%s.summary"
            })
    void shouldLeaveAnAddressWholeThatHoldsAnEndlessWord(String address) {
        var token = words(400).replace(" ", "");

        var text = split("Look at " + address.formatted(token) + " and answer me.", String::length);

        assertThat(String.join(" ", text.segments()))
                .contains("Look at")
                .contains("and answer me.")
                .doesNotContain("summary", "example", "https", "html", "mode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ha", "lo"})
    void shouldLeaveNoRestOfAWordThatRepeatsItself(String unit) {
        var word = "Sh" + unit.repeat(120 / unit.length()) + "ng";

        assertThat(split("Well " + word + "! I am falling.", String::length).segments())
                .containsExactly("Well", "I am falling.");
    }

    @Test
    void shouldTranslateTextBesideARepetitionWithoutSpaces() {
        var line = "-".repeat(120) + "Contents" + "-".repeat(120) + "哈".repeat(120) + "see below";

        assertThat(split(line, String::length).segments()).containsExactly("Contents", "see below");
    }

    @Test
    @Timeout(8)
    void shouldFindJunkAtTheEndOfManyWordsInProportion() {
        var text = "a ".repeat(1_000_000) + "x".repeat(300);
        var parts = new ArrayList<String>();

        Junk.forEachOther(text, 0, text.length(), (from, to) -> parts.add(text.substring(from, to)));

        assertThat(parts).containsExactly("a ".repeat(1_000_000));
    }

    @ParameterizedTest
    @Timeout(8)
    @ValueSource(
            strings = {
                "a!) Peter ",
                "(a!) Peter ",
                "St. Peter ",
                "p. m. P. ",
                "1. A ",
                "Yahoo! P ",
                "\uD83C\uDF89! P ",
                "a ... P "
            })
    void shouldJudgeManyPossibleEndsInProportion(String unit) {
        var text = " ".repeat(100_000) + "\uD83C\uDF89".repeat(100_000) + "(" + unit.repeat(1_000_000 / unit.length());
        var covered = new int[1];

        new SentenceBreaker(Locale.ENGLISH)
                .forEachSentence(text, 0, text.length(), (from, to) -> covered[0] += to - from);

        assertThat(covered[0]).isBetween(400_000, text.length());
    }

    @Test
    void shouldTranslateLongWords() {
        var word = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz";

        assertThat(new TextSegmenter("de", 100).split(word, String::length).segments())
                .containsExactly(word);
    }

    @Test
    void shouldTranslateLongTextWithoutSpacesWhereTheLanguageWritesNone() {
        var text = letters(0x4E00, 0x9FA5, 1_000);

        assertThat(String.join(
                        "",
                        new TextSegmenter("zh", 100).split(text, String::length).segments()))
                .isEqualTo(text);
    }

    @Test
    void shouldPassBytesThroughThatWereNoText() {
        var bytes = new byte[LENGTH];
        new Random(1).nextBytes(bytes);

        var text = split(new String(bytes, StandardCharsets.UTF_8), String::length);

        assertThat(text.segments().stream().mapToInt(String::length).sum()).isLessThan(LENGTH / 20);
    }

    @Test
    void shouldTranslateAWordThatLostAnAccent() {
        assertThat(split("Two caf\uFFFDs, please.", String::length).segments()).hasSize(1);
    }

    @Test
    void shouldCountInProportionWhereEveryLetterIsAToken() {
        var text = words(LENGTH);

        assertThat(split(text, String::length).segments()).hasSizeGreaterThan(1_000);
        assertThat(counted).isLessThan(10L * LENGTH);
    }

    /** A musical symbol is 24 tokens of some tokenizers, since its normal form is three characters of four bytes each. */
    @Test
    void shouldCountInProportionWhereOneCharacterIsManyTokens() {
        var text = "a " + Character.toString(0x1D160).repeat(20) + " and b ";

        split(text.repeat(LENGTH / text.length()), HostileTextTest::bytesOfNormalForm);

        assertThat(counted).isLessThan(25L * LENGTH);
    }

    @Test
    void shouldCountInProportionWhereCheapAndDearPartsAlternate() {
        var text = words(800) + letters(0x1E00, 0x1EFF, 30) + " ";

        split(
                text.repeat(LENGTH / text.length()),
                segment -> segment.chars().map(c -> c < 0x80 ? 1 : 24).sum() / 8);

        assertThat(counted).isLessThan(25L * LENGTH);
    }

    @Test
    void shouldCountInProportionWhereMoreTextIsNoMoreTokens() {
        split(words(LENGTH), segment -> segment.length() < 500 ? segment.length() : 101);

        assertThat(counted).isLessThan(25L * LENGTH);
    }

    private SegmentedText split(String text, ToIntFunction<String> tokens) {
        var split = english.split(text, segment -> {
            counted += segment.length();
            return tokens.applyAsInt(segment);
        });
        assertThat(split.join(split.segments())).isEqualTo(text);
        return split;
    }

    private static int bytesOfNormalForm(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8).length;
    }

    private static String words(int length) {
        var random = new Random(1);
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append(random.nextInt(6) == 0 ? ' ' : (char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    private static String letters(int first, int last, int count) {
        return new Random(1)
                .ints(count, first, last + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
