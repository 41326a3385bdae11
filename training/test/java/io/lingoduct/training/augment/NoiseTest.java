package io.lingoduct.training.augment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoiseTest {

    private final NameWords names = NameWords.learn(List.of(List.of("I", "know", "Clara"), List.of("See", "Clara")));
    private final Typos typos = new Typos(names, Typos.NeighbourKeys.of("en"));

    @Test
    void shouldMisspellOneOrTwoWordsByALetterEach() {
        var sentence = "Please send another letter tomorrow";

        assertThat(misspelt(sentence)).allSatisfy(text -> {
            var words = text.split(" ");
            assertThat(words).hasSize(5);
            long changed = IntStream.range(0, 5)
                    .filter(i -> !words[i].equals(sentence.split(" ")[i]))
                    .count();
            assertThat(changed).isLessThanOrEqualTo(2);
            assertThat(text.length()).isBetween(sentence.length() - 2, sentence.length() + 2);
        });
        assertThat(misspelt(sentence))
                .filteredOn(text -> !text.equals(sentence))
                .hasSizeGreaterThan(180);
    }

    @Test
    void shouldNotMisspellNamesNumbersShortWordsAndPlaceholders() {
        var sentence = "Clara, go to 12345 \uE000 AB-1234.";

        assertThat(misspelt(sentence)).containsOnly(sentence);
    }

    private List<String> misspelt(String sentence) {
        var random = new SplittableRandom(3);
        return IntStream.range(0, 200)
                .mapToObj(i -> typos.misspell(sentence, random))
                .toList();
    }

    @Test
    void shouldHitTheKeysBesideALetter() {
        assertThat(Typos.NeighbourKeys.of("en").of('y')).containsExactly('t', 'u');
        assertThat(Typos.NeighbourKeys.of("de").of('z')).containsExactly('t', 'u');
        assertThat(Typos.NeighbourKeys.of("fr").of('a')).containsExactly('z');
        assertThat(Typos.NeighbourKeys.of("en").of('ß')).isEmpty();
    }

    @Test
    void shouldLeaveOutFinalMarksAndApostrophesInWords() {
        assertThat(HastyMarks.withoutFinal("Really?!")).isEqualTo("Really");
        assertThat(HastyMarks.withoutFinal("1.5 is more")).isEqualTo("1.5 is more");
        assertThat(HastyMarks.withoutFinal("...")).isEmpty();
        assertThat(HastyMarks.withoutApostrophes("I don't, it’s 'mine'")).isEqualTo("I dont, its 'mine'");
    }

    @Test
    void shouldAbbreviateWholeWordsOfItsLanguage() {
        assertThat(abbreviated("en", "Please tell me what you want")).contains("pls tell me what u want");
        assertThat(abbreviated("en", "Your youth")).containsOnly("ur youth", "Your youth");
        assertThat(abbreviated("de", "Ich habe das nicht")).contains("Ich hab das nich");
        assertThat(abbreviated("fr", "Il n'est pas là, pourquoi ?")).contains("Il n'est pas là, pk ?");
        assertThat(abbreviated("fi", "please")).containsOnly("please");
    }

    private static List<String> abbreviated(String language, String sentence) {
        var random = new SplittableRandom(3);
        var abbreviations = new Abbreviations(language);
        return IntStream.range(0, 50)
                .mapToObj(i -> abbreviations.abbreviate(sentence, random))
                .toList();
    }
}
