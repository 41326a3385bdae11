package io.lingoduct.bench.fidelity.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Emphasis by asterisks, links and the marks at the start of a line, as CommonMark reads them. */
public final class MarkdownMarkup implements Markup {

    public static final MarkdownMarkup INSTANCE = new MarkdownMarkup();

    private static final Pattern LINE_START = Pattern.compile("^(?:#{1,6}|[-+]|\\d{1,9}\\.|>) (?=\\S)");
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]+)](\\([^()\\s]+\\))");
    private static final Pattern EMPHASIS = Pattern.compile("(\\*{1,3})(?![\\s*])([^*]*[^\\s*])\\1(?!\\*)");

    private MarkdownMarkup() {}

    /** No asterisk and no square bracket is left beside emphasis and links. */
    @Override
    public boolean isWellFormed(String text) {
        return read(text, new ArrayList<>(), new ArrayList<>())
                .chars()
                .noneMatch(c -> c == '*' || c == '[' || c == ']');
    }

    @Override
    public List<String> marks(String text) {
        var marks = new ArrayList<String>();
        read(text, marks, new ArrayList<>());
        Collections.sort(marks);
        return marks;
    }

    @Override
    public List<MarkedPhrase> phrases(String text) {
        var phrases = new ArrayList<MarkedPhrase>();
        read(text, new ArrayList<>(), phrases);
        return phrases;
    }

    /** Adds the marks and what is between them to lists, and gives the text without them. */
    private static String read(String text, List<String> marks, List<MarkedPhrase> phrases) {
        var rest = LINE_START.matcher(text).replaceFirst(match -> {
            marks.add(match.group());
            return "";
        });
        rest = LINK.matcher(rest).replaceAll(match -> {
            var mark = "[]" + match.group(2);
            marks.add(mark);
            phrases.add(new MarkedPhrase(mark, match.group(1)));
            return Matcher.quoteReplacement(match.group(1));
        });
        return EMPHASIS.matcher(rest).replaceAll(match -> {
            marks.add(match.group(1));
            phrases.add(new MarkedPhrase(match.group(1), match.group(2)));
            return Matcher.quoteReplacement(match.group(2));
        });
    }
}
