package io.lingoduct.text.segment;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Words that, with a capital letter, open a sentence: articles, pronouns, conjunctions, adverbs. A name or, in German, a noun
 * may have its capital anywhere, so that it says nothing about a full stop before it.
 */
final class SentenceOpeners {

    private static final Map<String, Set<String>> WORDS = Map.of(
            "en",
            WordSets.of(
                    """
                    the a an this that these those he she it we they you i there here then now but and so if when while what \
                    where who why how my his her our their its your in on at for after before since as not no yes please let \
                    do did does is are was were have has had some many all both each every nobody everyone everything nothing \
                    another however also still later today yesterday tomorrow meanwhile perhaps maybe"""),
            "de",
            WordSets.of(
                    """
                    der die das den dem des ein eine einen einem einer er sie es wir ihr ich du man dann danach dort da hier \
                    jetzt nun aber und oder so wenn als weil was wer wo wie warum wann mein meine sein seine unser unsere im \
                    in am an auf bei nach vor seit mit für von aus nicht kein keine alle alles viele einige dieser diese \
                    dieses jeder jede jedes bitte ja nein doch auch heute morgen gestern später trotzdem deshalb außerdem leider \
                    vielleicht niemand jemand zum zur bis ob damit davon dabei daher"""),
            "fr",
            WordSets.of(
                    """
                    le la les l un une des ce cet cette ces c ça cela il elle ils elles on nous vous je j tu mais et ou donc \
                    alors puis ensuite si quand comme qui que qu quoi où pourquoi comment mon ma mes son sa ses notre nos \
                    votre vos leur leurs dans en à au aux sur sous pour par avec sans après avant depuis pendant ne n pas \
                    personne rien tout tous toute toutes chaque ici là hier demain aujourd oui non peut voilà"""));

    private final Set<String> words;

    private SentenceOpeners(Set<String> words) {
        this.words = words;
    }

    static SentenceOpeners of(Locale language) {
        return new SentenceOpeners(WORDS.getOrDefault(language.getLanguage(), Set.of()));
    }

    /** Whether a word can only have its capital from opening a sentence; "I" in "J. I. Smith" has not. */
    boolean opens(NextWord word) {
        return word.isUpperCase() && word.follower() != '.' && words.contains(word.lowerCase());
    }
}
