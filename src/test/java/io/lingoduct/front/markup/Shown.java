package io.lingoduct.front.markup;

import io.lingoduct.front.inline.InlineMark;
import io.lingoduct.front.inline.InlineMark.Kind;
import io.lingoduct.front.inline.MarkedText;
import io.lingoduct.front.markup.MarkupPiece.Passage;
import io.lingoduct.front.markup.MarkupPiece.Verbatim;
import java.util.List;
import java.util.stream.Collectors;

/** Pieces in one line: passages in brackets, with marks as 0( )0 and #, and kept stretches between bars. */
final class Shown {

    private Shown() {}

    static String of(List<MarkupPiece> pieces) {
        return pieces.stream().map(Shown::of).collect(Collectors.joining());
    }

    private static String of(MarkupPiece piece) {
        if (piece instanceof Verbatim verbatim) {
            return verbatim.text();
        }
        var passage = (Passage) piece;
        var shown = new StringBuilder("[");
        var marks = passage.text().marks();
        int mark = 0;
        for (int i = 0; i <= passage.text().text().length(); i++) {
            for (; mark < marks.size() && marks.get(mark).position() == i; mark++) {
                shown.append(of(marks.get(mark)));
            }
            int at = i;
            if (passage.kept().stream().anyMatch(span -> span.start() == at || span.end() == at)) {
                shown.append('|');
            }
            if (i < passage.text().text().length()) {
                shown.append(passage.text().text().charAt(i));
            }
        }
        return shown.append(']').toString();
    }

    private static String of(InlineMark mark) {
        return mark.kind() == Kind.SINGLE ? "#" : mark.kind() == Kind.OPEN ? mark.pair() + "(" : ")" + mark.pair();
    }

    /** The pieces with each word of their passages in capitals, the marks where they were. */
    static String inCapitals(List<MarkupPiece> pieces) {
        return pieces.stream()
                .map(piece -> piece instanceof Passage passage
                        ? passage.written(capitals(passage))
                        : ((Verbatim) piece).text())
                .collect(Collectors.joining());
    }

    private static MarkedText capitals(Passage passage) {
        var text = new StringBuilder(passage.text().text());
        for (int i = 0; i < text.length(); i++) {
            int at = i;
            if (passage.kept().stream().noneMatch(span -> span.start() <= at && at < span.end())
                    && text.charAt(i) >= 'a'
                    && text.charAt(i) <= 'z') {
                text.setCharAt(i, (char) (text.charAt(i) - 32));
            }
        }
        return new MarkedText(text.toString(), passage.text().marks());
    }
}
