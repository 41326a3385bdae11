package io.lingoduct.training.augment;

import java.util.List;
import java.util.SplittableRandom;

/** Words and phrases that chats abbreviate, in English, German and French; other languages have none here. */
final class Abbreviations {

    private static final double EACH = 0.7;

    private static final List<Short> ENGLISH = List.of(
            new Short("as soon as possible", "asap"),
            new Short("i don't know", "idk"),
            new Short("by the way", "btw"),
            new Short("thank you", "thx"),
            new Short("see you", "cu"),
            new Short("want to", "wanna"),
            new Short("going to", "gonna"),
            new Short("have to", "hafta"),
            new Short("got to", "gotta"),
            new Short("kind of", "kinda"),
            new Short("let me", "lemme"),
            new Short("are you", "r u"),
            new Short("please", "pls"),
            new Short("thanks", "thx"),
            new Short("because", "cuz"),
            new Short("before", "b4"),
            new Short("tomorrow", "tmrw"),
            new Short("tonight", "tonite"),
            new Short("people", "ppl"),
            new Short("really", "rly"),
            new Short("something", "sth"),
            new Short("someone", "sb"),
            new Short("message", "msg"),
            new Short("minutes", "mins"),
            new Short("about", "abt"),
            new Short("though", "tho"),
            new Short("through", "thru"),
            new Short("okay", "ok"),
            new Short("with", "w/"),
            new Short("yeah", "ya"),
            new Short("your", "ur"),
            new Short("you", "u"),
            new Short("are", "r"));

    private static final List<Short> GERMAN = List.of(
            new Short("zum beispiel", "zb"),
            new Short("auf jeden fall", "aufjedn"),
            new Short("keine ahnung", "ka"),
            new Short("vielleicht", "vllt"),
            new Short("eigentlich", "eig"),
            new Short("irgendwie", "iwie"),
            new Short("irgendwann", "iwann"),
            new Short("wahrscheinlich", "wahrsch"),
            new Short("natürlich", "nat"),
            new Short("bitte", "bidde"),
            new Short("nicht", "nich"),
            new Short("jetzt", "jez"),
            new Short("habe", "hab"),
            new Short("heute", "heut"),
            new Short("nächste", "nexte"),
            new Short("einen", "nen"),
            new Short("eine", "ne"),
            new Short("und", "u"),
            new Short("ist", "is"));

    private static final List<Short> FRENCH = List.of(
            new Short("s'il vous plaît", "svp"),
            new Short("s'il te plaît", "stp"),
            new Short("je ne sais pas", "jsp"),
            new Short("parce que", "pcq"),
            new Short("quelque chose", "qqch"),
            new Short("quelqu'un", "qqn"),
            new Short("aujourd'hui", "ajd"),
            new Short("tout le monde", "tlm"),
            new Short("je suis", "chuis"),
            new Short("il y a", "ya"),
            new Short("pourquoi", "pk"),
            new Short("beaucoup", "bcp"),
            new Short("toujours", "tjrs"),
            new Short("maintenant", "mtn"),
            new Short("vraiment", "vrmt"),
            new Short("rendez-vous", "rdv"),
            new Short("bonjour", "bjr"),
            new Short("salut", "slt"),
            new Short("demain", "dem"),
            new Short("comment", "cmt"),
            new Short("c'est", "c"),
            new Short("quoi", "koi"),
            new Short("vous", "vs"),
            new Short("tout", "tt"));

    private final List<Short> list;

    /** @param language BCP 47 tag of a language without its region */
    Abbreviations(String language) {
        this.list = switch (language) {
            case "en" -> ENGLISH;
            case "de" -> GERMAN;
            case "fr" -> FRENCH;
            default -> List.of();
        };
    }

    private record Short(String words, String form) {}

    String abbreviate(String sentence, SplittableRandom random) {
        var text = new StringBuilder(sentence);
        for (var entry : list) {
            int at = find(text, entry.words());
            if (at >= 0 && Draws.chance(EACH, random)) {
                text.replace(at, at + entry.words().length(), entry.form());
            }
        }
        return text.toString();
    }

    /** First place where the words stand as whole words, in any case; -1 where they do not. */
    private static int find(CharSequence text, String words) {
        var string = text.toString();
        for (int at = 0; at + words.length() <= string.length(); at++) {
            if (string.regionMatches(true, at, words, 0, words.length())
                    && !isLetter(string, at - 1)
                    && !isLetter(string, at + words.length())) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isLetter(String text, int at) {
        return at >= 0 && at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '\'');
    }
}
