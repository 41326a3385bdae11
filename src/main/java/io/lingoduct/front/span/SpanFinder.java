package io.lingoduct.front.span;

import io.lingoduct.front.span.address.DomainFinder;
import io.lingoduct.front.span.address.EmailFinder;
import io.lingoduct.front.span.address.HandleFinder;
import io.lingoduct.front.span.address.HashtagFinder;
import io.lingoduct.front.span.address.PathFinder;
import io.lingoduct.front.span.address.WebAddressFinder;
import io.lingoduct.front.span.code.CodeFinder;
import io.lingoduct.front.span.code.KeyFinder;
import io.lingoduct.front.span.code.SpacedNumberFinder;
import io.lingoduct.front.span.program.BraceFinder;
import io.lingoduct.front.span.program.EntityFinder;
import io.lingoduct.front.span.program.FormatSpecifierFinder;
import io.lingoduct.front.span.program.InlineCodeFinder;
import io.lingoduct.front.span.program.TagFinder;
import io.lingoduct.front.span.program.VariableFinder;
import io.lingoduct.front.span.scan.OpenText;
import io.lingoduct.front.span.scan.Sign;
import io.lingoduct.front.span.scan.StretchFinder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds what must come through a translation as it is: addresses, placeholders of programs, code, paths, keys, product codes, handles,
 * symbols and what a route's own patterns match. Numbers that are worth something and emoji are found elsewhere. What one kind has taken is
 * closed to the kinds behind it. Takes time linear in the text, and fails for none. Immutable; safe to use from many threads.
 */
public final class SpanFinder {

    private record Kind(SpanKind kind, StretchFinder finder) {}

    /** All kinds, those first that may have others inside them. */
    private static final List<Kind> KINDS = List.of(
            new Kind(SpanKind.INLINE_CODE, new InlineCodeFinder()),
            new Kind(SpanKind.TAG, new TagFinder()),
            new Kind(SpanKind.URL, new WebAddressFinder()),
            new Kind(SpanKind.EMAIL, new EmailFinder()),
            new Kind(SpanKind.PLACEHOLDER, new BraceFinder()),
            new Kind(SpanKind.TAG, new EntityFinder()),
            new Kind(SpanKind.PLACEHOLDER, new FormatSpecifierFinder()),
            new Kind(SpanKind.PLACEHOLDER, new VariableFinder()),
            new Kind(SpanKind.HANDLE, new HandleFinder()),
            new Kind(SpanKind.URL, new DomainFinder()),
            new Kind(SpanKind.PATH, new PathFinder()),
            new Kind(SpanKind.HASHTAG, new HashtagFinder()),
            new Kind(SpanKind.HASH, new KeyFinder()),
            new Kind(SpanKind.CODE, new SpacedNumberFinder()),
            new Kind(SpanKind.CODE, new CodeFinder()),
            new Kind(SpanKind.SYMBOL, new SymbolFinder()));

    private final KeepPatterns keep;

    public SpanFinder(KeepPatterns keep) {
        this.keep = keep;
    }

    /** The spans of a text, disjoint and in their order. */
    public List<Span> find(String text) {
        var kept = keep.matches(text);
        int signs = Sign.of(text);
        if (signs == 0 && kept.isEmpty()) {
            return List.of();
        }
        var open = new OpenText(text);
        var spans = new ArrayList<Span>();
        for (var span : kept) {
            if (open.isOpen(span.start(), span.end())) {
                open.take(span.start(), span.end());
                spans.add(span);
            }
        }
        for (var kind : KINDS) {
            if ((signs & kind.finder().signs()) != 0) {
                kind.finder().find(open);
                for (var stretch :
                        open.taken().subList(spans.size(), open.taken().size())) {
                    spans.add(new Span(stretch.start(), stretch.end(), kind.kind()));
                }
            }
        }
        spans.sort(Comparator.comparingInt(Span::start));
        return List.copyOf(spans);
    }
}
