package io.lingoduct.front.edge;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells by the words of a sentence without a mark whether it asks something. Safe to use from many threads. */
final class QuestionWords {

    /** Words that ask wherever they come first. */
    private static final Map<String, Set<String>> ASKING = Map.of(
            "en",
            words(
                    """
                    who whom whose where why which who's where's what's how's when's whats wheres hows whos what're
                    who're where're is are was were am does did has can could would should isn't aren't wasn't weren't
                    doesn't didn't hasn't can't couldn't wouldn't shouldn't"""),
            "de",
            words(
                    """
                    wer wen wem was wo wann warum wieso weshalb weswegen welche welcher welches welchen welchem wohin
                    woher womit wofür worüber woran worauf wessen wieviel"""),
            "fr",
            words(
                    """
                    qui quoi où pourquoi comment combien est-ce qu'est-ce lequel laquelle
                    n'est-ce"""));

    /** Words that ask if one of certain words, or none of certain words, comes next. */
    private static final Map<String, Set<String>> ASKING_WITH_VERB =
            Map.of("en", words("what when how"), "de", words("wie"), "fr", words("quand quel quelle quels quelles"));

    private static final Map<String, Set<String>> NEXT = Map.of(
            "en",
            words(
                    """
                    is are was were am do does did can could will would should have has had may shall isn't aren't
                    don't doesn't didn't can't won't kind sort time color colour size day year made happened happens
                    about many much old long far often soon tall big fast come else makes caused brings"""),
            "de",
            words(
                    """
                    ist sind war waren geht gehts geht's kann können kannst könnt viel viele lange oft weit alt groß
                    hoch spät heißt heißen komme kommt komm kommst hast hat habt haben macht machst wird werden wäre
                    soll sollen sollte muss sieht schmeckt findest fühlst teuer schnell war's lautet nennt schreibt
                    funktioniert wurde läuft"""),
            "fr",
            words(
                    """
                    est sont âge heure jour temps genre type est-ce était a as avez viendras viens vient pars part
                    arrive arrives irons irez seras sera"""));

    /** Verbs that ask if they come first and a subject is next. */
    private static final Map<String, Set<String>> VERBS = Map.of(
            "en",
            words("do have had will may shall don't haven't hadn't won't must"),
            "de",
            words(
                    """
                    ist sind bin seid war waren habt haben hat habe hatte hatten kann können könnt könnte könnten wird
                    werden würde würden wurde darf dürfen soll sollen sollte muss müssen will wollen möchte möchten gibt
                    geht kommt weiß wissen mag mögen stimmt spricht sprechen"""),
            "fr",
            words("y"));

    private static final Map<String, Set<String>> SUBJECTS = Map.of(
            "en",
            words("i you he she we they there anyone anybody somebody someone everyone everybody tom mary"),
            "de",
            words(
                    """
                    ich du er sie es wir ihr das dies mein meine dein deine sein seine unser unsere der die den jemand
                    man tom maria hier da noch"""),
            "fr",
            words("a-t-il avait-il aura-t-il"));

    /** Verbs that command just as well, and what they then may command to do something to. */
    private static final Set<String> COMMANDS = Set.of("do", "have");

    private static final Set<String> THINGS = words("it this that these those the my your his her our their");

    /** Ends of statements that ask for agreement. */
    private static final Map<String, Pattern> TAGS = Map.of(
            "en",
            Pattern.compile(
                    "(?:(?:is|are|was|were|do|does|did|have|has|had|ca|could|wo|would|should)n't|is|are|was|were|do|does|did|have|has|will|can|could|would) "
                            + "(?:i|you|he|she|it|we|they|there)|right|okay|huh"),
            "de",
            Pattern.compile("oder|nicht wahr|gell|stimmt's|ja"),
            "fr",
            Pattern.compile("n'est-ce pas|non|hein|pas vrai|d'accord"));

    /** A verb and its subject behind it, joined; commands such as "asseyez-vous" are written so, too. */
    private static final Pattern FRENCH_INVERSION = Pattern.compile(
            "(?:[a-zàâçéèêëîïôûù']{1,20}-(?:t-)?(?:tu|il|elle|on|je|ils|elles|ce)|(?:avez|êtes|pouvez|voulez|savez|aimez|connaissez|devez|parlez|comprenez|pensez|croyez|voyez|aviez|étiez|pourriez|voudriez|auriez|seriez|irez|aurez|serez|allons|pouvons|avons|sommes|allez|venez|faites)-(?:vous|nous))");

    private static final int LONGEST_TAG = 24;
    private static final int OPENING = 60;

    private final String language;

    QuestionWords(String languageTag) {
        this.language = Locale.forLanguageTag(languageTag).getLanguage();
    }

    boolean asks(String sentence) {
        if (!ASKING.containsKey(language)) {
            return false;
        }
        return opensQuestion(plain(sentence.substring(0, Math.min(sentence.length(), OPENING))))
                || endsWithTag(sentence);
    }

    private boolean opensQuestion(String opening) {
        var words = opening.split("[ ,]+", 3);
        var first = words[0];
        var second = words.length > 1 ? words[1] : "";
        if (in(ASKING, first)) {
            return true;
        }
        if (in(ASKING_WITH_VERB, first)) {
            return second.isEmpty() || in(NEXT, second);
        }
        if (in(VERBS, first) && in(SUBJECTS, second)) {
            return true;
        }
        return switch (language) {
            case "en" -> in(VERBS, first) && !COMMANDS.contains(first) && THINGS.contains(second);
            case "de" -> first.endsWith("st") && second.equals("du") || first.endsWith("t") && second.equals("ihr");
            case "fr" -> FRENCH_INVERSION.matcher(first).matches();
            default -> false;
        };
    }

    /** Looks at what stands behind the last comma. */
    private boolean endsWithTag(String sentence) {
        int comma = sentence.lastIndexOf(',');
        return comma > 0
                && sentence.length() - comma <= LONGEST_TAG
                && TAGS.get(language)
                        .matcher(plain(sentence.substring(comma + 1)))
                        .matches();
    }

    private boolean in(Map<String, Set<String>> words, String word) {
        return words.get(language).contains(word);
    }

    private static String plain(String words) {
        return words.strip().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }

    private static Set<String> words(String spaced) {
        return Arrays.stream(spaced.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
