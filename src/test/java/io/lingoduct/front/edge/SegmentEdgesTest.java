package io.lingoduct.front.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SegmentEdgesTest {

    /** Segments with "[[" and "]]" around their core, then the mark that is added for the model. */
    private static final String ENGLISH =
            """
            [[The train is late.]]|
            [[The train is late]]|.
            [[Where is the train]]|?
            [[where is my luggage]]|?
            [[What do you want]]|?
            [[What I want is a nap]]|.
            [[When does it open]]|?
            [[When I came home it was dark]]|.
            [[How old is he]]|?
            [[How nice of you]]|.
            [[Is the shop open]]|?
            [[Are Tom and Mary there]]|?
            [[Have you seen it]]|?
            [[Have a nice day]]|.
            [[Do you like tea]]|?
            [[Do it now]]|.
            [[You know her, don't you]]|?
            [[It is cold, isn't it]]|?
            [[You did it, right]]|?
            [[Password]]|.
            [[Save changes]]|.
            [[Stop it]]!!!|!
            [[You did what]]?!|?
            [[You did what]]!?|?
            [[Are you sure]]???|?
            [[I was thinking]]…|.
            [[I was thinking]]...|.
            [[Where is it]]…|?
            [[Well]] ...|.
            …[[and then he left.]]|
            ...[[and then he left.]]|
            "[[It works.]]"|
            “[[It works.]]”|
            ‘[[It works.]]’|
            '[[It works.]]'|
            '[[I don't know.]]'|
            «[[It works.]]»|
            „[[It works.]]“|
            (“[[It works.]]”)|
            ([[It works.]])|
            [[[It works.]]]|
            {[[It works.]]}|
            "[[It works]]!!"|!
            "[[It works]]"|.
            "[[It works]]".|.
            "[[Really]]"?|?
            [["Really?" is no answer.]]|
            [[Will it rain]]|?
            "[[This is one.]]|
            [[This is two.]]"|
            “[[This is one.]]|
            [[This is two.]]”|
            ([[see the manual.]]|
            [[see the manual]])|.
            [[He said "no" to me.]]|
            [[He said "no."]]|
            [[He said "no"]]|.
            [["No," he said.]]|
            [["Come in." "Thank you."]]|
            [[It costs nothing (for now).]]|
            [[It costs nothing (for now)]]|.
            [[(this) and (that) are true.]]|
            [['Tis the season.]]|
            [[It is the boys']]|.
            • [[Buy some milk.]]|
            - [[Buy some milk.]]|
            * [[Buy some milk.]]|
            – [[Buy some milk.]]|
            —[[Come in.]]|
            -- [[Come in.]]|
            ● [[Buy some milk.]]|
            → [[Buy some milk.]]|
            ✓ [[Buy some milk.]]|
            1) [[Buy some milk.]]|
            (2) [[Buy some milk.]]|
            [3] [[Buy some milk.]]|
            a) [[Buy some milk.]]|
            iv) [[Buy some milk.]]|
            1.2. [[Buy some milk.]]|
            - 1) [[Buy some milk.]]|
            > [[That was my plan.]]|
            > > [[That was my plan.]]|
            >> [[That was my plan.]]|
            # [[A heading]]|.
            ### [[A heading]]|.
            [[#1 in the charts]]|.
            [[-5 degrees are cold.]]|
            Jack: [[Where are you?]]|
            Mary : [[Where are you?]]|
            Tom Smith: [[Where are you?]]|
            Dr. Miller: [[Where are you?]]|
            Anna (support): [[How can I help?]]|
            [10:32] Anna: [[I am here.]]|
            [10:32] Zorak: [[I am here.]]|
            10:32 - Anna: [[I am here.]]|
            <Anna> [[I am here.]]|
            <Zorak>: [[I am here.]]|
            [Anna]: [[I am here.]]|
            [[Warning: the disk is full.]]|
            [[Note: this is old.]]|
            [[Subject: your order]]|.
            Jack: "[[Where are you?]]"|
            \uFFFC: [[are you there]]|?
            [[\uFFFC is gone.]]|
            [[Write to \uFFFC]]|.
            [[Write to \uFFFC.]]|
            ***[[Sale ends today]]***|.
            **[[Sale ends today]]**|.
            === [[News]] ===|.
            ~~[[Old price]]~~|.
            ~*~ [[Welcome]] ~*~|.
            [[**Note** that it is late.]]|
            [[*Never* say *never*]]|.
            __[[Read this]]__|.
            -----> [[Start here]]|.
            [[Start here]] ----->|.
            [[Read more]] →|.
            [[Read more]] >>|.
            | [[Cell]] ||.
            [[Thanks a lot]] :-)|.
            [[Thanks a lot]] :)|.
            [[Thanks a lot]]:)|.
            [[Thanks a lot!]] ;-)|
            [[Thanks a lot!]] :D|
            [[Thanks a lot!]] xD|
            [[I love it]] <3|.
            [[I love it]] ^^|.
            :( [[it broke]]|.
            [[No idea]] ¯\\_(ツ)_/¯|.
            🎉 [[It works.]]|
            [[It works]] 🎉🎉|.
            [[It works!]] 👍🏽|
            👨‍👩‍👧 [[We are a family.]]|
            ❤️ [[I love you]] ❤️|.
            \uFEFF[[It works.]]|
            \u200B[[It works.]]\u200B|
            [[I know C++]]|.
            [[I know C#]]|.
            [[Adults are 18+]]|.
            [[Half of 100%]]|.
            [[Dear Tom]],|.
            [[Please note]]:|.
            [[I thought you were]]-|.
            [[I thought you were]] —|.
            [[What]] ?|?
            [[Really]] ?!|?
            [[At 8 a.m.]]|
            "***[[Sale]]***"|.
            • "[[Sale!]]" •|
            """;

    private static final String GERMAN =
            """
            [[Der Zug ist weg.]]|
            [[Wo ist der Zug]]|?
            [[Wie alt bist du]]|?
            [[Wie schön das ist]]|.
            [[Kommst du mit]]|?
            [[Kommt ihr mit]]|?
            [[Hast du Zeit]]|?
            [[Haben Sie Zeit]]|?
            [[Gehen Sie weg]]|.
            [[Das ist gut, oder]]|?
            [[Das ist gut]]|.
            [[1. Mai ist frei.]]|
            1) [[Milch kaufen]]|.
            „[[Das geht nicht.]]“|
            »[[Das geht nicht.]]«|
            „[[Das geht nicht.]]|
            [[Das geht nicht.]]“|
            [[Er sagte „nein“ zu mir.]]|
            Jürgen: [[Wo bist du]]|?
            [[Hinweis: Der Zug ist weg.]]|
            [[Was soll das]]?!|?
            [[Na ja]] …|.
            """;

    private static final String FRENCH =
            """
            [[Il est tard.]]|
            [[Où est la gare]]| ?
            [[Où est la gare ?]]|
            [[Où est la gare?]]|
            [[Est-ce que tu viens]]| ?
            [[Viens-tu demain]]| ?
            [[As-tu mangé]]| ?
            [[Avez-vous mangé]]| ?
            [[Asseyez-vous ici]]|.
            [[Quel âge as-tu]]| ?
            [[Quel beau jour]]|.
            [[C'est vrai, n'est-ce pas]]| ?
            [[Quoi]] ?!| ?
            [[Arrête]] !!!| !
            « [[Il est tard.]] »|
            « [[Quoi ?]] »|
            – [[Il est tard.]]|
            Pierre : [[Il est tard.]]|
            [[Attention : il est tard.]]|
            [[Bon]]…|.
            """;

    static Stream<Arguments> segments() {
        return Stream.of(List.of("en", ENGLISH), List.of("de", GERMAN), List.of("fr", FRENCH))
                .flatMap(table -> table.get(1).lines().map(line -> Arguments.of(table.get(0), line)));
    }

    @ParameterizedTest
    @MethodSource("segments")
    void findsTheEdgesOfASegment(String language, String line) {
        int bar = line.lastIndexOf('|');
        var marked = line.substring(0, bar);
        int start = marked.indexOf("[[");
        if (marked.startsWith("[", start + 2)) {
            start++; // a bracket of the segment itself
        }
        int end = marked.lastIndexOf("]]");
        if (marked.startsWith("]]]", end - 1)) {
            end--;
        }
        var core = marked.substring(start + 2, end);
        var segment = marked.substring(0, start) + core + marked.substring(end + 2);

        var edged = new SegmentEdges(language, "fr".equals(language) ? "en" : "de").read(segment);

        assertThat(List.of(edged.lead(), edged.core(), edged.trail()))
                .containsExactly(marked.substring(0, start), core, marked.substring(end + 2));
        assertThat(edged.input()).isEqualTo(core + line.substring(bar + 1));
        assertThat(edged.restore(edged.input())).isEqualTo(segment);
    }

    @Test
    void writesTheEdgesAroundATranslation() {
        var edges = new SegmentEdges("en", "de");

        assertThat(edges.read("• \"Stop it!!!\"").restore("Hör auf!")).isEqualTo("• \"Hör auf!!!\"");
        assertThat(edges.read("***Sale ends today***").restore("Der Verkauf endet heute."))
                .isEqualTo("***Der Verkauf endet heute***");
        assertThat(edges.read("Jack: where are you").restore("Wo bist du?")).isEqualTo("Jack: Wo bist du");
        assertThat(edges.read("Thanks :-)").restore("Danke!")).isEqualTo("Danke :-)");
        assertThat(edges.read("I was thinking…").restore("Ich dachte...")).isEqualTo("Ich dachte…");
        assertThat(edges.read("It works.").restore("Es geht!")).isEqualTo("Es geht!");
        assertThat(edges.read("Password").restore("Passwort")).isEqualTo("Passwort");
    }

    @Test
    void keepsATranslationThatIsNothingButMarks() {
        assertThat(new SegmentEdges("en", "de").read("Hm").restore("...")).isEqualTo("...");
    }

    @Test
    void writesMarksAsFrenchDoes() {
        var edges = new SegmentEdges("en", "fr");

        assertThat(edges.read("What?!").restore("Quoi ?")).isEqualTo("Quoi\u00A0?!");
        assertThat(edges.read("Stop!!!").restore("Arrête !")).isEqualTo("Arrête\u00A0!!!");
        assertThat(edges.read("Please note:").restore("Notez bien.")).isEqualTo("Notez bien\u00A0:");
        assertThat(edges.read("Well...").restore("Eh bien.")).isEqualTo("Eh bien...");
        assertThat(edges.read("What ?!").restore("Quoi ?")).isEqualTo("Quoi ?!");
        assertThat(edges.read("What?").restore("Quoi ?")).isEqualTo("Quoi ?");
    }

    @Test
    void takesTheSpaceOfFrenchAwayForOtherLanguages() {
        var edges = new SegmentEdges("fr", "en");

        assertThat(edges.read("Quoi ?!").restore("What?")).isEqualTo("What?!");
        assertThat(edges.read("Arrête !!!").restore("Stop it!")).isEqualTo("Stop it!!!");
        assertThat(edges.read("Notez bien :").restore("Please note.")).isEqualTo("Please note:");
        assertThat(edges.read("Bon …").restore("Well.")).isEqualTo("Well …");
    }

    @Test
    void leavesWhatHasNoLetterAlone() {
        for (var segment : List.of("", " ", "***", "\uFFFC", "12:30", "(\uFFFC)!!!", "?!", "\uD83C")) {
            assertThat(new SegmentEdges("en", "de").read(segment).core()).isEqualTo(segment);
        }
    }

    @Test
    void asksNothingInALanguageThatItDoesNotKnow() {
        assertThat(new SegmentEdges("pl", "de").read("Gdzie jest dworzec").input())
                .isEqualTo("Gdzie jest dworzec.");
    }
}
