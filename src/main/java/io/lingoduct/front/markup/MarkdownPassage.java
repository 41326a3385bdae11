package io.lingoduct.front.markup;

import io.lingoduct.front.inline.InlineMark.Kind;
import io.lingoduct.front.markup.HtmlToken.Type;
import io.lingoduct.front.span.SpanKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/**
 * Adds the inside of a paragraph, a heading or a cell to a builder. The parser tells where each node stands; what stands between two
 * of them belongs to the mark of the outer one.
 */
final class MarkdownPassage {

    private static final int LONGEST_FOOTNOTE_NAME = 40;

    private final String source;
    private final PassageBuilder builder;
    private final Map<String, Deque<Integer>> openTags = new HashMap<>();
    private final Map<Node, Integer> pairs = new IdentityHashMap<>();
    private int nextPair;
    private boolean softBreak;
    private boolean hardBreak;

    MarkdownPassage(String source, PassageBuilder builder) {
        this.source = source;
        this.builder = builder;
    }

    void add(Node block) {
        var first = block.getFirstChild();
        if (first == null || start(first) < builder.at()) {
            return;
        }
        if (block instanceof TableCell
                && source.substring(start(first), end(block.getLastChild())).contains("\\|")) {
            return; // the parser takes the backslash off before it counts
        }
        builder.verbatim(start(first));
        if (source.startsWith("[ ] ", builder.at()) || source.regionMatches(true, builder.at(), "[x] ", 0, 4)) {
            builder.verbatim(builder.at() + 4);
        }
        var node = first;
        while (node != null) {
            if (node.getFirstChild() != null && isPair(node)) {
                begin(node);
                node = node.getFirstChild();
                continue;
            }
            addLeaf(node);
            while (node.getNext() == null && node.getParent() != block) {
                node = node.getParent();
                mark(Kind.CLOSE, pairOf(node), end(node));
            }
            node = node.getNext();
        }
        builder.flush();
    }

    private boolean isPair(Node node) {
        if (node instanceof Link) {
            var behind = source.substring(Math.min(end(node.getLastChild()), end(node)), end(node));
            return source.charAt(start(node)) == '[' && !behind.equals("]") && !behind.equals("][]");
        }
        return node instanceof Emphasis || node instanceof StrongEmphasis || node instanceof Strikethrough;
    }

    private int pairOf(Node node) {
        return pairs.computeIfAbsent(node, key -> nextPair++);
    }

    private void begin(Node node) {
        endBreak(start(node));
        mark(Kind.OPEN, pairOf(node), start(node.getFirstChild()));
    }

    private void addLeaf(Node node) {
        if (node instanceof SoftLineBreak) {
            softBreak = true;
            return;
        }
        if (node instanceof HardLineBreak) {
            hardBreak = true;
            return;
        }
        int to = end(node);
        endBreak(start(node));
        if (to <= builder.at()) {
            return;
        }
        if (node instanceof Text) {
            addText(to);
        } else if (node instanceof Code) {
            builder.keep(SpanKind.INLINE_CODE, to);
        } else if (node instanceof Link) {
            builder.keep(source.charAt(builder.at()) == '<' ? SpanKind.URL : SpanKind.KEPT, to);
        } else if (node instanceof HtmlInline) {
            addTag(to);
        } else {
            builder.mark(Kind.SINGLE, -1, to);
        }
    }

    /** What stands before a node and belongs to none is a line break with what begins the next line, if one is due. */
    private void endBreak(int to) {
        if (to > builder.at()) {
            if (hardBreak) {
                builder.verbatim(to);
            } else if (softBreak) {
                builder.spelled(' ', to);
            } else {
                builder.mark(Kind.SINGLE, -1, to);
            }
        }
        softBreak = false;
        hardBreak = false;
    }

    private void mark(Kind kind, int pair, int to) {
        if (to > builder.at()) {
            builder.mark(kind, pair, to);
        }
    }

    private void addText(int to) {
        int i = builder.at();
        while (i < to) {
            char c = source.charAt(i);
            if (c == '\\' && i + 1 < to && isAsciiPunctuation(source.charAt(i + 1))) {
                builder.text(i);
                builder.spelled(source.charAt(i + 1), i + 2);
                i++;
            } else if (c == '&') {
                var reference = CharacterReference.at(source, i);
                if (reference != null && reference.end() <= to) {
                    builder.text(i);
                    builder.spelled(reference.codePoint(), reference.end());
                    i = reference.end() - 1;
                }
            } else if (c == '[' && i + 1 < to && source.charAt(i + 1) == '^') {
                int end = source.substring(i, Math.min(to, i + LONGEST_FOOTNOTE_NAME))
                        .indexOf(']');
                if (end > 0) {
                    builder.text(i);
                    builder.keep(SpanKind.KEPT, i + end + 1);
                    i += end;
                }
            }
            i++;
        }
        builder.text(to);
    }

    private static boolean isAsciiPunctuation(char c) {
        return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
    }

    private void addTag(int to) {
        var tokens = HtmlScanner.scan(source.substring(builder.at(), to));
        var token = tokens.get(0);
        int pair = nextPair++;
        if (token.type() == Type.OPEN) {
            openTags.computeIfAbsent(token.name(), name -> new ArrayDeque<>()).push(pair);
            builder.mark(Kind.OPEN, pair, to);
        } else if (token.type() == Type.CLOSE) {
            var open = openTags.getOrDefault(token.name(), new ArrayDeque<>());
            builder.mark(Kind.CLOSE, open.isEmpty() ? pair : open.pop(), to);
        } else {
            builder.mark(Kind.SINGLE, -1, to);
        }
    }

    private int start(Node node) {
        return node.getSourceSpans().isEmpty()
                ? builder.at()
                : node.getSourceSpans().get(0).getInputIndex();
    }

    private int end(Node node) {
        if (node.getSourceSpans().isEmpty()) {
            return builder.at();
        }
        var last = node.getSourceSpans().get(node.getSourceSpans().size() - 1);
        return last.getInputIndex() + last.getLength();
    }
}
