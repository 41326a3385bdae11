package io.lingoduct.training.augment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinkedWordsTest {

    private static final LinkedWords LINKS = LinkedWords.learn(SmallText.PAIRS, "en", "de");

    @Test
    void shouldLinkANameThatIsTheSameOnBothSides() {
        assertThat(links("I know Anna well.", "Ich kenne Anna gut.")).containsExactly("NAME Anna Anna");
    }

    @Test
    void shouldLinkANounAndItsTranslation() {
        assertThat(links("Where is my letter?", "Wo ist denn mein Brief?")).contains("NOUN letter Brief");
    }

    @Test
    void shouldLinkNumbersOfTheSameValueHoweverTheyAreWritten() {
        assertThat(links("It is 14:30 now.", "Es ist jetzt 14.30 Uhr.")).contains("NUMBER 14:30 14.30");
        assertThat(links("I have seven.", "Ich habe sieben.")).contains("NUMBER seven sieben");
        assertThat(links("I have seven.", "Ich habe 7.")).contains("NUMBER seven 7");
        assertThat(links("I have 1,500 of them.", "Ich habe 1.500 davon.")).contains("NUMBER 1,500 1.500");
    }

    @Test
    void shouldLinkACodeThatIsTheSameOnBothSides() {
        assertThat(links("We take AB-12.", "Wir nehmen AB-12.")).contains("NAME AB-12 AB-12");
    }

    @Test
    void shouldNotLinkWhatStandsTwiceOnASide() {
        assertThat(links("Here are 3 and 3.", "Hier sind 3 und 3.")).isEmpty();
        assertThat(links("Anna knows Anna.", "Anna kennt sich.")).isEmpty();
    }

    @Test
    void shouldNotLinkNumbersOfDifferentValue() {
        assertThat(links("I have seven.", "Ich habe acht.")).isEmpty();
    }

    @Test
    void shouldNotTakeWordsOfBothLanguagesForNames() {
        assertThat(links("In the room it is warm.", "In dem Zimmer ist es warm."))
                .noneMatch(link -> link.startsWith("NAME"));
    }

    private static List<String> links(String source, String target) {
        return LINKS.in(SmallText.pair(source, target)).stream()
                .map(link -> link.kind() + " " + link.source().text() + " "
                        + link.target().text())
                .toList();
    }
}
