package io.lingoduct.front.markup;

import io.lingoduct.front.markup.HtmlToken.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cuts a text into tags and what stands between them. What only looks like the start of a tag is text. A parser of documents would
 * repair what is not well-formed, and so lose the places; this only finds them.
 */
final class HtmlScanner {

    private static final Pattern NOT_TRANSLATED = Pattern.compile("(?i)\\stranslate\\s*+=\\s*+[\"']?no\\b");
    private static final Pattern CLASS = Pattern.compile("(?i)\\sclass\\s*+=\\s*+(\"[^\"]*+\"|'[^']*+'|[^\\s>]++)");
    private static final Pattern NOT_TRANSLATED_CLASS = Pattern.compile("(?<![\\w-])notranslate(?![\\w-])");

    private final String text;
    private final List<HtmlToken> tokens = new ArrayList<>();
    private final Set<String> missing = new HashSet<>();
    private int textFrom;
    /** Characters that may still be looked at in vain; with none left, every angle bracket is text. */
    private long patience;

    private HtmlScanner(String text) {
        this.text = text;
        patience = 8L * text.length() + 1000;
    }

    static List<HtmlToken> scan(String text) {
        var scanner = new HtmlScanner(text);
        int at = text.indexOf('<');
        while (at >= 0) {
            int end = scanner.patience > 0 ? scanner.tokenAt(at) : -1;
            at = text.indexOf('<', end < 0 ? at + 1 : end);
        }
        scanner.endText(text.length());
        return scanner.tokens;
    }

    /** @return where the token ends; -1 if none stands there */
    private int tokenAt(int at) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (next == '!') {
            if (text.startsWith("<!--", at)) {
                return until("-->", at, Type.COMMENT);
            }
            return until(text.startsWith("<![CDATA[", at) ? "]]>" : ">", at, Type.RAW);
        }
        if (next == '?') {
            return until("?>", at, Type.COMMENT);
        }
        boolean closes = next == '/';
        int nameEnd = nameEnd(closes ? at + 2 : at + 1);
        if (nameEnd < 0) {
            return -1;
        }
        var name = text.substring(closes ? at + 2 : at + 1, nameEnd).toLowerCase(Locale.ROOT);
        int end = tagEnd(nameEnd);
        if (end < 0) {
            return -1;
        }
        if (closes) {
            return add(Type.CLOSE, at, end, name);
        }
        if (HtmlElements.isRaw(name) && text.charAt(end - 2) != '/') {
            return add(Type.RAW, at, rawEnd(name, end), name);
        }
        boolean empty = HtmlElements.isEmpty(name) || text.charAt(end - 2) == '/';
        return add(empty ? Type.EMPTY : Type.OPEN, at, end, name);
    }

    private int until(String mark, int at, Type type) {
        int found = missing.contains(mark) ? -1 : text.indexOf(mark, at + 2);
        if (found < 0) {
            missing.add(mark);
            return -1;
        }
        return add(type, at, found + mark.length(), "");
    }

    private int nameEnd(int start) {
        int i = start;
        while (i < text.length() && isOfName(text.charAt(i), i == start)) {
            i++;
        }
        return i == start || i == text.length() ? -1 : i;
    }

    private static boolean isOfName(char c, boolean first) {
        boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
        return letter || !first && (c >= '0' && c <= '9' || c == ':' || c == '_' || c == '.' || c == '-');
    }

    /** Behind the bracket that ends a tag; one in quotes ends none. */
    private int tagEnd(int from) {
        if (!Character.isWhitespace(text.charAt(from)) && text.charAt(from) != '>' && text.charAt(from) != '/') {
            return -1;
        }
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '>') {
                return i + 1;
            }
            if (c == '<') {
                break;
            }
            boolean quotes = (c == '"' || c == '\'') && text.charAt(i - 1) == '=';
            i = quotes ? text.indexOf(c, i + 1) + 1 : i + 1;
            if (i == 0) {
                patience -= text.length() - from;
                return -1;
            }
        }
        patience -= i - from;
        return -1;
    }

    /** Behind the tag that ends an element whose content is no markup; if there is none, all the rest belongs to it. */
    private int rawEnd(String name, int from) {
        int at = text.indexOf("</", from);
        while (at >= 0 && !text.regionMatches(true, at + 2, name, 0, name.length())) {
            at = text.indexOf("</", at + 2);
        }
        int end = at < 0 ? -1 : text.indexOf('>', at);
        return end < 0 ? text.length() : end + 1;
    }

    private int add(Type type, int from, int to, String name) {
        endText(from);
        boolean kept = (type == Type.OPEN || type == Type.EMPTY) && to - from > name.length() + 2 && isKept(from, to);
        tokens.add(new HtmlToken(type, from, to, name, kept));
        textFrom = to;
        return to;
    }

    private boolean isKept(int from, int to) {
        var tag = text.substring(from, to);
        if (NOT_TRANSLATED.matcher(tag).find()) {
            return true;
        }
        var classes = CLASS.matcher(tag);
        return classes.find() && NOT_TRANSLATED_CLASS.matcher(classes.group(1)).find();
    }

    private void endText(int to) {
        if (textFrom < to) {
            tokens.add(new HtmlToken(Type.TEXT, textFrom, to, "", false));
        }
    }
}
