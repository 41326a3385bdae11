package io.lingoduct.front.markup;

import io.lingoduct.front.inline.InlineMark.Kind;
import io.lingoduct.front.markup.HtmlToken.Type;
import io.lingoduct.front.span.SpanKind;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads HTML and XML. Tags within sentences become marks, those of blocks end a passage. An element that neither knows is within a
 * sentence if words stand directly before or behind it. Attributes are not translated.
 */
final class HtmlReader {

    private final String text;
    private final List<HtmlToken> tokens;
    private final int[] partners;
    private final PassageBuilder builder;

    private HtmlReader(String text) {
        this.text = text;
        tokens = HtmlScanner.scan(text);
        partners = partners(tokens);
        builder = new PassageBuilder(text, HtmlEscapes.INSTANCE);
    }

    static List<MarkupPiece> read(String text) {
        var reader = new HtmlReader(text);
        for (int i = 0; i < reader.tokens.size(); i++) {
            i = reader.add(i);
        }
        return reader.builder.result();
    }

    /** For each tag the index of its partner, -1 for none. A tag that is not closed within its element has none. */
    private static int[] partners(List<HtmlToken> tokens) {
        var partners = new int[tokens.size()];
        Arrays.fill(partners, -1);
        Deque<Integer> open = new ArrayDeque<>();
        Map<String, Integer> waiting = new HashMap<>();
        for (int i = 0; i < partners.length; i++) {
            var token = tokens.get(i);
            if (token.type() == Type.OPEN) {
                open.push(i);
                waiting.merge(token.name(), 1, Integer::sum);
            } else if (token.type() == Type.CLOSE && waiting.getOrDefault(token.name(), 0) > 0) {
                while (partners[i] < 0) {
                    int opened = open.pop();
                    var name = tokens.get(opened).name();
                    waiting.merge(name, -1, Integer::sum);
                    if (name.equals(token.name())) {
                        partners[i] = opened;
                        partners[opened] = i;
                    }
                }
            }
        }
        return partners;
    }

    /** Adds a token, or an element as a whole. */
    private int add(int i) {
        var token = tokens.get(i);
        switch (token.type()) {
            case TEXT -> HtmlText.add(text, token.to(), builder);
            case COMMENT -> builder.mark(Kind.SINGLE, -1, token.to());
            case RAW -> builder.verbatim(token.to());
            case EMPTY -> {
                if (isInline(i)) {
                    builder.mark(Kind.SINGLE, -1, token.to());
                } else {
                    builder.verbatim(token.to());
                }
            }
            case OPEN -> {
                if (partners[i] >= 0
                        && (token.kept()
                                || HtmlElements.isCode(token.name())
                                || HtmlElements.isKeptBlock(token.name()))) {
                    addWhole(i, partners[i]);
                    return partners[i];
                }
                addTag(i, Kind.OPEN, i);
            }
            case CLOSE -> addTag(i, Kind.CLOSE, partners[i] < 0 ? i : partners[i]);
        }
        return i;
    }

    private void addWhole(int first, int last) {
        var token = tokens.get(first);
        int to = tokens.get(last).to();
        if (HtmlElements.isCode(token.name())) {
            builder.keep(SpanKind.INLINE_CODE, to);
        } else if (!HtmlElements.isKeptBlock(token.name()) && isInline(first)) {
            builder.keep(SpanKind.KEPT, to);
        } else {
            builder.verbatim(to);
        }
    }

    private void addTag(int i, Kind kind, int pair) {
        if (isInline(i)) {
            builder.mark(kind, pair, tokens.get(i).to());
        } else {
            builder.verbatim(tokens.get(i).to());
        }
    }

    private boolean isInline(int i) {
        var name = tokens.get(i).name();
        if (HtmlElements.isInline(name) || HtmlElements.isCode(name)) {
            return true;
        }
        int first = partners[i] >= 0 ? Math.min(i, partners[i]) : i;
        int last = partners[i] >= 0 ? Math.max(i, partners[i]) : i;
        return !HtmlElements.isBlock(name) && (hasWords(first - 1) || hasWords(last + 1));
    }

    private boolean hasWords(int i) {
        if (i < 0 || i >= tokens.size() || tokens.get(i).type() != Type.TEXT) {
            return false;
        }
        int at = tokens.get(i).from();
        while (at < tokens.get(i).to() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < tokens.get(i).to();
    }
}
