package io.lingoduct.front.span.address;

import io.lingoduct.front.span.scan.Chars;
import io.lingoduct.front.span.scan.OpenText;
import io.lingoduct.front.span.scan.Sign;
import io.lingoduct.front.span.scan.StretchFinder;
import java.util.Set;

/**
 * Finds paths and names of files. Words with a slash between them, such as "and/or", are none: what does not begin as a path does must end
 * in a known ending.
 */
public final class PathFinder implements StretchFinder {

    private static final String IN_NAME = "_-.~+%=$@()[]";
    private static final String NEVER_LAST = ".~+%=$@([-";
    private static final int LONGEST_NAME_WITH_SPACES = 60;
    private static final Set<String> ROOTS = Set.of(
            "/bin", "/boot", "/dev", "/etc", "/home", "/lib", "/mnt", "/opt", "/proc", "/root", "/run", "/sbin", "/srv",
            "/sys", "/tmp", "/usr", "/var");

    @Override
    public int signs() {
        return Sign.SLASH.bit() | Sign.BACKSLASH.bit() | Sign.DOT.bit();
    }

    @Override
    public void find(OpenText text) {
        int i = 0;
        while (i < text.length()) {
            if (!isPart(text.at(i)) || "(+=@)[]".indexOf(text.at(i)) >= 0) {
                i++;
                continue;
            }
            int start = isBehindDrive(text, i) ? i - 2 : i;
            int end = runEnd(text, i, start < i || text.startsWith("\\\\", i));
            int last = withoutMarks(text, i, end);
            if (last > i && isPath(text, start, i, last)) {
                text.take(start, last);
            }
            i = end;
        }
    }

    /** Index behind what may be a path; behind a drive or on a server, a name may have spaces if another one follows. */
    private static int runEnd(OpenText text, int start, boolean isWindows) {
        int i = start;
        int round = 0;
        boolean goesOn = true;
        while (goesOn) {
            while (isPart(text.at(i))) {
                round = text.at(i) == '(' ? round + 1 : text.at(i) == ')' ? round - 1 : round;
                if (round < 0) {
                    return i;
                }
                i++;
            }
            int next = isWindows && text.at(i) == ' ' ? endOfSpacedName(text, i + 1) : -1;
            goesOn = next >= 0;
            i = goesOn ? next : i;
        }
        return i;
    }

    /** Index of the backslash behind a name with spaces, or -1. */
    private static int endOfSpacedName(OpenText text, int start) {
        int i = start;
        while (i - start < LONGEST_NAME_WITH_SPACES
                && (Chars.isWordOrUnderscore(text.at(i)) || " -.()".indexOf(text.at(i)) >= 0)) {
            i++;
        }
        return text.at(i) == '\\' && text.at(i - 1) != ' ' && text.at(i - 1) != '.' ? i : -1;
    }

    private static boolean isBehindDrive(OpenText text, int i) {
        return (text.at(i) == '\\' || text.at(i) == '/' && text.at(i + 1) != '/')
                && text.at(i - 1) == ':'
                && Chars.isAsciiLetter(text.at(i - 2))
                && !Chars.isWordOrUnderscore(text.at(i - 3));
    }

    private static int withoutMarks(OpenText text, int start, int end) {
        int i = end;
        while (i > start && NEVER_LAST.indexOf(text.at(i - 1)) >= 0) {
            i--;
        }
        return i;
    }

    private static boolean isPath(OpenText text, int start, int run, int end) {
        char first = text.at(run);
        if (start < run) {
            return end > run + 1;
        }
        if (text.startsWith("\\\\", run)) {
            return Chars.isWord(text.at(run + 2));
        }
        if (first == '/') {
            return Chars.isWordOrUnderscore(text.at(run + 1)) || text.at(run + 1) == '.'
                    ? slashes(text, run, end) > 1
                            || ROOTS.contains(text.part(run, Math.min(end, run + 6)))
                            || FileNames.isKnown(text, run, end)
                    : false;
        }
        if (first == '~' || first == '.') {
            int dots = text.startsWith("..", run) ? 2 : 1;
            char slash = text.at(run + dots);
            if (slash == '/' || slash == '\\') {
                return end > run + dots + 1 || first != '~';
            }
        }
        boolean isFolder = text.at(end - 1) == '/' && slashes(text, run, end) > 1;
        return isFolder || FileNames.isKnown(text, run, end);
    }

    private static int slashes(OpenText text, int start, int end) {
        int slashes = 0;
        for (int i = start; i < end; i++) {
            slashes += text.at(i) == '/' ? 1 : 0;
        }
        return slashes;
    }

    private static boolean isPart(char c) {
        return c == '/' || c == '\\' || Chars.isWord(c) || IN_NAME.indexOf(c) >= 0;
    }
}
