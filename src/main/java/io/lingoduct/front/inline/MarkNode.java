package io.lingoduct.front.inline;

import io.lingoduct.front.inline.InlineMark.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A pair of marks with what stands between them, or a mark that stands alone. The root has no marks and holds the whole text. A pair
 * may lack one of its marks, which then stands outside the text: it reaches to the edge of the pair around it.
 */
final class MarkNode {

    private final int order;
    private InlineMark open;
    private InlineMark close;
    private final int from;
    private int to;
    private List<MarkNode> inner = new ArrayList<>();
    private int start = -1;
    private int end;

    private MarkNode(int order, InlineMark open, InlineMark close, int from, int to) {
        this.order = order;
        this.open = open;
        this.close = close;
        this.from = from;
        this.to = to;
    }

    /**
     * The marks of a text as a tree; invisible ones are not in it. Pairs that cross become nested: the one that began first ends last.
     */
    static MarkNode treeOf(MarkedText source) {
        var marks = source.marks();
        var partners = partners(marks);
        var root = new MarkNode(-1, null, null, 0, source.text().length());
        var nodes = new HashMap<Integer, MarkNode>();
        Deque<MarkNode> stack = new ArrayDeque<>();
        stack.push(root);
        int ended = 0;
        for (int i = 0; i < marks.size(); i++) {
            var mark = marks.get(i);
            int at = mark.position();
            var top = stack.peek();
            switch (mark.kind()) {
                case INVISIBLE -> {}
                case SINGLE, EMOJI -> top.inner.add(new MarkNode(i, mark, null, at, at));
                case OPEN -> {
                    var node = new MarkNode(i, mark, null, at, source.text().length());
                    top.inner.add(node);
                    nodes.put(i, node);
                    stack.push(node);
                }
                case CLOSE -> {
                    if (partners.containsKey(i)) {
                        nodes.get(partners.get(i)).close = mark;
                        ended++;
                    } else {
                        var node = new MarkNode(i, null, mark, top.from, at);
                        node.inner = top.inner;
                        top.inner = new ArrayList<>(List.of(node));
                    }
                }
            }
            while (stack.peek() != root
                    && (stack.peek().close != null || ended > 0 && !partners.containsKey(stack.peek().order))) {
                var done = stack.pop();
                done.to = at;
                ended -= done.close == null ? 0 : 1;
            }
        }
        return root;
    }

    /** The index of the partner of each mark that has one in the text. */
    private static Map<Integer, Integer> partners(List<InlineMark> marks) {
        var partners = new HashMap<Integer, Integer>();
        var opened = new HashMap<Integer, Integer>();
        for (int i = 0; i < marks.size(); i++) {
            if (marks.get(i).kind() == Kind.OPEN) {
                opened.putIfAbsent(marks.get(i).pair(), i);
            } else if (marks.get(i).kind() == Kind.CLOSE) {
                var partner = opened.remove(marks.get(i).pair());
                if (partner != null) {
                    partners.put(i, partner);
                    partners.put(partner, i);
                }
            }
        }
        return partners;
    }

    boolean standsAlone() {
        return open != null && open.kind() != Kind.OPEN;
    }

    /** Whether its first mark stands before the text. */
    boolean beganBefore() {
        return open == null;
    }

    /** Whether its last mark stands behind the text. */
    boolean endsLater() {
        return close == null && !standsAlone();
    }

    InlineMark open() {
        return open;
    }

    InlineMark close() {
        return close;
    }

    /** Where it begins in the source. */
    int from() {
        return from;
    }

    /** Where it ends in the source. */
    int to() {
        return to;
    }

    List<MarkNode> inner() {
        return inner;
    }

    void placeAt(int newStart, int newEnd) {
        start = newStart;
        end = newEnd;
    }

    /** Where it begins in the target. */
    int start() {
        return start;
    }

    /** Where it ends in the target. */
    int end() {
        return end;
    }

    boolean isPlaced() {
        return start >= 0;
    }

    boolean isEmpty() {
        return start == end;
    }

    /** Place among the marks of the source. */
    int order() {
        return order;
    }
}
