package io.lingoduct.front.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.front.align.WordAlignment;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LetterCaseTest {

    private static final Set<String> VOCABULARY = Arrays.stream(
                    """
                    where order train late open shop save changes history order street tower minister brown green
                    wonder what's really like funny sofa window garden ticket price password account your settings
                    Zagreb Haus Auto Garten Straße Bahnhof schnell grün hand Hand fahren fährt gare jardin billet
                    voiture prix compte Katzen süß TV lunch music river times letters question welcome world
                    """
                            .strip()
                            .split("\\s+"))
            .collect(Collectors.toUnmodifiableSet());

    /** What is written, and what the model gets; one column where it is the same. */
    private static final String ENGLISH =
            """
            Where is the train?
            I know.
            I
            A
            Tom
            NASA
            USB
            ID
            TV
            UNESCO
            Ask NASA.
            The USB port is broken.
            My iPhone is old.
            Tom met Mary in Paris.
            Tom Smith and Mary Jackson
            Bank of England
            New York
            The United States are big.
            Plan B failed.
            It opens at 8 a.m.
            Angela Merkel
            Mr. Brown
            McDonald and LinkedIn and YouTube
            World War II is over.
            WHERE IS THE TRAIN?|Where is the train?
            WHERE IS MY ORDER|Where is my order
            SAVE|Save
            SAVE CHANGES|Save changes
            PASSWORD|Password
            CANCEL|Cancel
            YES|Yes
            I AGREE|I agree
            I AM LATE, AND I'M SORRY.|I am late, and I'm sorry.
            DON'T STOP|Don't stop
            TOM IS IN PARIS|Tom is in Paris
            TOM'S CAR IS RED|Tom's car is red
            ASK MR. SMITH|Ask Mr. Smith
            WE LIVE IN NEW YORK.|We live in New York.
            NASA IS GREAT|NASA is great
            MY TV IS BROKEN|My TV is broken
            SEND ME THE PDF|Send me the PDF
            THE CEO'S LETTERS|The CEO's letters
            IT IS NOT FOR US|It is not for us
            WORLD WAR II|World war II
            PLAN B IS A GOOD ONE|Plan B is a good one
            IT OPENS AT 8 A.M. TODAY|It opens at 8 a.m. today
            HE CAME FROM THE U.S. TODAY|He came from the U.S. today
            ON THE 17TH OF MAY|On the 17th of may
            LATE ON MONDAY IN JULY|Late on Monday in July
            SHE SPEAKS ENGLISH|She speaks English
            STOP! WHAT IS THAT?|Stop! What is that?
            WHERE IS MY iPhone NOW AND HERE|Where is my iPhone now and here
            hELLO, WHAT IS THAT?|Hello, what is that?
            WRITE TO \uFFFC NOW|Write to \uFFFC now
            \uFFFC IS LATE|\uFFFC is late
            3 TRAINS ARE LATE|3 trains are late
            "WHERE IS IT?"|"Where is it?"
            Where Is The Train?|Where is the train?
            Save Changes|Save changes
            Order History|Order history
            Forgot Your Password?|Forgot your password?
            The Lord of the Green Garden|The lord of the green garden
            Tom Is In Paris With Mary|Tom is in Paris with Mary
            I Like Your Music|I like your music
            Don't Open The Window|Don't open the window
            My Account Settings|My account settings
            Welcome To New York|Welcome to New York
            where is the train?|Where is the train?
            i like it|I like it
            what i like is music|What I like is music
            i'm late and i've lost my ticket|I'm late and I've lost my ticket
            tom and i are late|Tom and I are late
            we live in new york|We live in New York
            stop! what is that?|Stop! What is that?
            he came on monday|He came on Monday
            i speak english and german|I speak English and German
            3 trains are late
            \uFFFC is late
            where is Tom?|Where is Tom?
            iPhone is a word|iPhone is a word
            I REALLY like it.|I really like it.
            This is NOT funny.|This is not funny.
            I am SO late.|I am so late.
            STOP it now.|Stop it now.
            You DON'T like it?|You don't like it?
            Where is TOM now?|Where is Tom now?
            BREAKING NEWS: a train is late|Breaking news: a train is late
            we REALLY like it|We really like it
            ThIs Is ReAlLy FuNnY|This is really funny
            wHaT iS tHaT mUsIc|What is that music
            привет, как дела|Привет, как дела
            你好
            12:30
            """;

    private static final String GERMAN =
            """
            Wo ist der Bahnhof?
            Das Auto ist schnell.
            ADAC
            DAS AUTO IST SCHNELL|Das Auto ist schnell
            WO IST DER BAHNHOF?|Wo ist der Bahnhof?
            DIE HAND IST GRÜN|Die Hand ist grün
            EINE NEUE WOHNUNG|Eine neue Wohnung
            ICH BIN MIT TOM IM GARTEN|Ich bin mit Tom im Garten
            AM MONTAG IST FREIHEIT|Am Montag ist Freiheit
            DIE STRAßE IST NEU|Die Straße ist neu
            ACHTUNG|Achtung
            Das Auto Ist Schnell|Das Auto ist schnell
            Wo Ist Der Bahnhof|Wo ist der Bahnhof
            ich bin im garten|Ich bin im Garten
            wo ist mein auto|Wo ist mein Auto
            meine meinung ist das nicht|Meine Meinung ist das nicht
            wir brauchen das haus|Wir brauchen das Haus
            Das ist WIRKLICH schnell.|Das ist wirklich schnell.
            Das AUTO ist schnell.|Das Auto ist schnell.
            Können Sie das sehen?
            """;

    private static final String FRENCH =
            """
            Où est la gare ?
            J'aime le jardin.
            SNCF
            OÙ EST LA GARE ?|Où est la gare ?
            L'HÔTEL DE TOM EST À PARIS|L'hôtel de Tom est à Paris
            QU'EST-CE QUE C'EST|Qu'est-ce que c'est
            MERCI|Merci
            IL Y A UN BILLET À PARIS|Il y a un billet à Paris
            Où Est Votre Billet|Où est votre billet
            Le Prix de la Voiture|Le prix de la voiture
            où est la gare|Où est la gare
            je suis à paris|Je suis à Paris
            j'aime le jardin|J'aime le jardin
            Je suis TRÈS content.|Je suis très content.
            C'est VRAIMENT bien.|C'est vraiment bien.
            """;

    static Stream<Arguments> segments() {
        return Stream.of(List.of("en", ENGLISH), List.of("de", GERMAN), List.of("fr", FRENCH))
                .flatMap(table -> table.get(1).lines().map(line -> Arguments.of(table.get(0), line)));
    }

    @ParameterizedTest
    @MethodSource("segments")
    void givesTheModelSentenceCase(String language, String line) {
        var columns = line.split("\\|");
        var cased = letters(language, "fr".equals(language) ? "en" : "fr").read(columns[0]);

        assertThat(cased.input()).isEqualTo(columns[columns.length - 1]).hasSameSizeAs(columns[0]);
        assertThat(restored(cased, columns[0], cased.input())).isEqualTo(columns[0]);
    }

    /** Source, translation as the model writes it, and as it comes out. */
    private static final String INTO_GERMAN =
            """
            WHERE IS THE TRAIN?|Wo ist der Zug?|WO IST DER ZUG?
            THE STREET IS GREEN|Die Straße ist grün.|DIE STRASSE IST GRÜN.
            SAVE|Speichern|SPEICHERN
            WHERE IS MY iPhone NOW AND HERE|Wo ist mein iPhone jetzt und hier|WO IST MEIN iPhone JETZT UND HIER
            ASK \uFFFC NOW|Frag jetzt \uFFFC|FRAG JETZT \uFFFC
            Where Is The Train?|Wo ist der Zug?|Wo Ist Der Zug?
            Forgot Your Password?|Haben Sie Ihr Passwort vergessen?|Haben Sie Ihr Passwort Vergessen?
            The Lord of the Green Garden|Der Herr des grünen Gartens|Der Herr des Grünen Gartens
            where is the train|Wo ist der Zug|wo ist der Zug
            cats are funny|Katzen sind lustig|Katzen sind lustig
            i like it|Ich mag es|ich mag es
            are you late|Sie sind spät|Sie sind spät
            they are late|Sie sind spät|sie sind spät
            tom is late|Tom ist spät|Tom ist spät
            where is Tom?|Wo ist Tom?|wo ist Tom?
            I REALLY like it.|Ich mag es wirklich.|Ich MAG es wirklich.
            This is NOT funny.|Das ist nicht lustig.|Das ist NICHT lustig.
            Where is Tom?|Wo ist Tom?|Wo ist Tom?
            ThIs Is ReAlLy FuNnY|Das ist wirklich lustig|Das ist wirklich lustig
            """;

    private static final String INTO_FRENCH =
            """
            WHERE IS THE TRAIN?|Où est le train ?|OÙ EST LE TRAIN ?
            WHAT IS THAT?|Qu'est-ce que c'est ?|QU'EST-CE QUE C'EST ?
            The Lord of the Green Garden|Le seigneur de l'île verte|Le Seigneur de l'Île Verte
            where is the train|Où est le train|où est le train
            """;

    private static final String INTO_ENGLISH =
            """
            je suis à paris|I am in Paris|I am in Paris
            où est la gare|Where is the station|where is the station
            OÙ EST LA GARE|Where is the station|WHERE IS THE STATION
            Où Est Votre Billet|Where is your ticket|Where Is Your Ticket
            Le Prix de la Voiture|The price of the car|The Price of the Car
            je suis là|I'm here|I'm here
            """;

    static Stream<Arguments> translations() {
        return Stream.of(
                        List.of("en", "de", INTO_GERMAN),
                        List.of("en", "fr", INTO_FRENCH),
                        List.of("fr", "en", INTO_ENGLISH))
                .flatMap(table -> table.get(2).lines().map(line -> Arguments.of(table.get(0), table.get(1), line)));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void givesTheTranslationTheCaseOfTheSource(String source, String target, String line) {
        var columns = line.split("\\|");

        assertThat(restored(letters(source, target).read(columns[0]), columns[0], columns[1]))
                .isEqualTo(columns[2]);
    }

    @Test
    void asksForAnAlignmentOnlyForSingleWordsInCapitals() {
        var letters = letters("en", "de");

        assertThat(letters.read("I REALLY like it.").needsAlignment()).isTrue();
        for (var segment : List.of("WHERE IS IT?", "Where Is The Train", "where is it", "Where is it?", "Ask NASA.")) {
            assertThat(letters.read(segment).needsAlignment()).isFalse();
        }
    }

    @Test
    void leavesLoudWordsWithoutAnAlignment() {
        assertThat(letters("en", "de").read("I REALLY like it.").restore("Ich mag es sehr.", null))
                .isEqualTo("Ich mag es sehr.");
    }

    @Test
    void keepsTheMarkBehindWhatWasNotTranslated() {
        assertThat(letters("en", "de").read("TOM SMITH").restore("Tom Smith.", null))
                .isEqualTo("TOM SMITH.");
    }

    @Test
    void recognisesCapitalsWithoutAVocabulary() {
        var letters = new LetterCase("en", "xx", word -> false);

        assertThat(letters.read("WHERE IS MY ORDER?").input()).isEqualTo("Where is my order?");
        assertThat(letters.read("Where Is The Umbrella").input()).isEqualTo("Where is the umbrella");
        assertThat(letters.read("Barack Obama").input()).isEqualTo("Barack Obama");
    }

    @Test
    void takesANameFromAVocabularyThatIsNotSharedWithGerman() {
        assertThat(letters("en", "fr").read("i love zagreb").input()).isEqualTo("I love Zagreb");
        assertThat(letters("en", "de").read("i love zagreb").input()).isEqualTo("I love zagreb");
    }

    private static LetterCase letters(String source, String target) {
        return new LetterCase(source, target, VOCABULARY::contains);
    }

    private static String restored(CasedSegment cased, String segment, String target) {
        return cased.restore(target, cased.needsAlignment() ? WordAlignment.diagonal(segment, target) : null);
    }
}
