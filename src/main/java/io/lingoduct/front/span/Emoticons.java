package io.lingoduct.front.span;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Faces that are drawn with marks, such as {@code :-)} and {@code ^^}, and names of emoji between colons, such as {@code :smile:}. */
final class Emoticons {

    private static final int LONGEST_NAME = 40;

    private static final List<String> ALL = List.of(
            (":) :( :D :P :p :O :o :/ :| :* :3 :$ :] :[ :} :S :s :@ :X :x :-) :-( :-D :-P :-p :-O :-o :-/ :-| :-* :-] :-[ :-S :-s :-@ :-X"
                            + " :-x :-> ;) ;( ;D ;P ;p ;-) ;-( ;-D ;-P ;-p ;] ;-] =) =( =D =P =p =/ =] =O =o 8-) 8-D B-) xD XD xd xP"
                            + " X-D x-D :'( :’( :'-( :') :’) ;'( D-: >:( >:) >:-( >:-) >:D }:) <3 </3 <33 ^^ ^.^ ^_^ ^-^ -_- -.-"
                            + " T_T T.T ;_; ;-; Q_Q o.O O.o o_O O_o o.o O.O o_o O_O 0_0 >_< >.< u_u n_n (^_^) (^^) (-_-) (T_T) (o_o) (>_<)"
                            + " (-: (-; ;o) :o) :^) ^^' ^^; \\o/ \\m/ <(^_^)> ¯\\_(ツ)_/¯")
                    .split(" "));

    private static final int FIRST_CHARACTERS = 256;

    /** By their first characters, the longest first. */
    private static final String[][] BY_FIRST = IntStream.range(0, FIRST_CHARACTERS)
            .mapToObj(first -> ALL.stream()
                    .filter(emoticon -> emoticon.charAt(0) == first)
                    .distinct()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toArray(String[]::new))
            .toArray(String[][]::new);

    private Emoticons() {}

    /** Index behind the emoticon that begins at an index, where a word begins, or -1 if none does. */
    static int end(String text, int start) {
        char first = text.charAt(start);
        if (first >= FIRST_CHARACTERS || BY_FIRST[first].length == 0) {
            return -1;
        }
        int name = first == ':' ? nameEnd(text, start) : -1;
        if (name >= 0) {
            return name;
        }
        for (var emoticon : BY_FIRST[first]) {
            if (text.startsWith(emoticon, start)) {
                int end = afterRepeated(text, start + emoticon.length());
                if (isWordEnd(text, end)) {
                    return end;
                }
            }
        }
        return -1;
    }

    /** Mouths are drawn as often as somebody is happy: {@code :)))}. */
    private static int afterRepeated(String text, int end) {
        char last = text.charAt(end - 1);
        int i = end;
        while (i < text.length() && text.charAt(i) == last && !Character.isDigit(last)) {
            i++;
        }
        return i;
    }

    private static boolean isWordEnd(String text, int end) {
        if (end == text.length()) {
            return true;
        }
        char c = text.charAt(end);
        return Character.isWhitespace(c) || ".,!?…\"”“»".indexOf(c) >= 0 || c >= '\u2600';
    }

    private static int nameEnd(String text, int start) {
        int i = start + 1;
        boolean hasLetter = false;
        while (i < text.length() && i - start < LONGEST_NAME && isOfName(text.charAt(i))) {
            hasLetter |= Character.isLetter(text.charAt(i));
            i++;
        }
        boolean isName = i - start > 2 && i < text.length() && text.charAt(i) == ':';
        boolean isThumb = isName && i - start == 3 && text.charAt(i - 1) == '1';
        return isName && (hasLetter && i - start > 3 || isThumb) ? i + 1 : -1;
    }

    private static boolean isOfName(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' || c == '+' || c == '-';
    }
}
