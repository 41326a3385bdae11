package io.lingoduct.front.span.address;

import io.lingoduct.front.span.scan.Chars;
import io.lingoduct.front.span.scan.OpenText;
import java.util.Locale;
import java.util.Set;

/**
 * Names of hosts in the internet. Its last part tells whether something with full stops in it is one; where that part is a word of some
 * language as well, as in "look.it", only more of an address proves it.
 */
final class HostName {

    private static final int LONGEST = 253;

    private static final Set<String> TOP_LEVEL = Set.of(
            ("com org net edu gov mil int info biz io dev app ai co eu de at ch fr be nl uk ca pl se dk fi pt cz sk hu ro bg gr hr si"
                            + " lt lv ee ie lu tr ru ua cn jp kr tw hk sg th vn id my ph au nz br mx ar cl pe za eg ng ke il ir ae sa pk"
                            + " tv fm gg ly sh xyz online shop store site tech cloud blog news media agency digital solutions email"
                            + " example test local localhost invalid berlin hamburg wien koeln bayern swiss bzh paris museum travel")
                    .split(" "));

    private static final Set<String> TOP_LEVEL_AND_WORD = Set.of(
            ("it is in me us es so to no my am do la li tv ma sa se si be pe id il ie hr bg ar ae im as an pa de-mail test local news"
                            + " media email digital travel paris blog store shop site cloud online solutions wien hamburg berlin swiss")
                    .split(" "));

    private HostName() {}

    /** Index behind the host's name that begins at an index, or -1 if there is none or too little speaks for it. */
    static int end(OpenText text, int start, boolean isSure) {
        int i = start;
        int labels = 0;
        int best = -1;
        boolean bestIsWord = false;
        while (i - start < LONGEST) {
            int label = i;
            while (i - start < LONGEST && isLabelPart(text.at(i))) {
                i++;
            }
            if (i == label || text.at(label) == '-') {
                break;
            }
            labels++;
            if (labels > 1 && isTopLevel(text, label, i, isSure)) {
                best = i;
                bestIsWord = TOP_LEVEL_AND_WORD.contains(lower(text, label, i)) && labels == 2;
            } else if (labels > 1 && best >= 0 && !Character.isUpperCase(text.at(label))) {
                best = -1;
            }
            if (text.at(i) != '.' || !isLabelPart(text.at(i + 1))) {
                break;
            }
            i++;
        }
        return best >= 0 && bestIsWord && !isSure && text.at(best) != '/' && text.at(best) != ':' ? -1 : best;
    }

    private static boolean isLabelPart(char c) {
        return Chars.isWord(c) || c == '-';
    }

    private static boolean isTopLevel(OpenText text, int start, int end, boolean isSure) {
        if (end - start < 2 || end - start > 24) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (Chars.isDigit(text.at(i)) || text.at(i) == '-') {
                return false;
            }
        }
        boolean capitalized = Character.isUpperCase(text.at(start)) && Character.isLowerCase(text.at(start + 1));
        var name = lower(text, start, end);
        return !capitalized && (isSure || TOP_LEVEL.contains(name) || TOP_LEVEL_AND_WORD.contains(name));
    }

    private static String lower(OpenText text, int start, int end) {
        return text.part(start, end).toLowerCase(Locale.ROOT);
    }
}
