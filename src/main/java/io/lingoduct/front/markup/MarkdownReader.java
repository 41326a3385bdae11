package io.lingoduct.front.markup;

import io.lingoduct.front.markup.MarkupPiece.Verbatim;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Reads Markdown: CommonMark with GitHub's tables and strikethrough. Paragraphs, headings and cells of tables are passages; code,
 * definitions of references and front matter stay as they are; blocks of HTML are read as HTML. A text that is nothing but marks, on
 * which the parser would lose itself, is taken as plain text.
 */
final class MarkdownReader {

    private static final int MOST_BLOCKS_OPEN = 50;
    private static final int MOST_INLINE_NESTING = 50;
    private static final int LONGEST_FRONT_MATTER = 20_000;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(MOST_BLOCKS_OPEN)
            .maxInlineNesting(MOST_INLINE_NESTING)
            .build();

    private MarkdownReader() {}

    static List<MarkupPiece> read(String text) {
        if (MarkdownBudget.isExceeded(text)) {
            return MarkupReader.plain(text);
        }
        int start = frontMatter(text);
        if (start == 0) {
            return blocks(text);
        }
        var pieces = new ArrayList<MarkupPiece>();
        pieces.add(new Verbatim(text.substring(0, start)));
        pieces.addAll(blocks(text.substring(start)));
        return List.copyOf(pieces);
    }

    private static int frontMatter(String text) {
        if (!text.startsWith("---\n") && !text.startsWith("---\r\n")) {
            return 0;
        }
        int end = text.indexOf("\n---", 3);
        int behind = end + 4;
        boolean wholeLine = behind >= text.length() || text.charAt(behind) == '\n' || text.charAt(behind) == '\r';
        return end > 0 && end < LONGEST_FRONT_MATTER && wholeLine ? behind : 0;
    }

    private static List<MarkupPiece> blocks(String text) {
        var builder = new PassageBuilder(text, MarkdownEscapes.INSTANCE);
        Deque<Node> waiting = new ArrayDeque<>();
        waiting.push(PARSER.parse(text));
        while (!waiting.isEmpty()) {
            var node = waiting.pop();
            if (node instanceof Paragraph || node instanceof Heading || node instanceof TableCell) {
                new MarkdownPassage(text, builder).add(node);
            } else if (node instanceof HtmlBlock) {
                addHtml(text, node, builder);
            } else {
                for (var child = node.getLastChild(); child != null; child = child.getPrevious()) {
                    waiting.push(child);
                }
            }
        }
        return builder.result();
    }

    /** Within a quote or a list, the signs of these stand between its lines. */
    private static void addHtml(String text, Node block, PassageBuilder builder) {
        var spans = block.getSourceSpans();
        if (block.getParent() instanceof Document && !spans.isEmpty()) {
            int from = spans.get(0).getInputIndex();
            var last = spans.get(spans.size() - 1);
            int to = last.getInputIndex() + last.getLength();
            builder.addPieces(HtmlReader.read(text.substring(from, to)), from, to);
        }
    }
}
