package io.lingoduct.front;

import io.lingoduct.front.inline.MarkedText;
import io.lingoduct.front.markup.MarkupPiece;
import io.lingoduct.front.markup.MarkupReader;
import io.lingoduct.model.ModelInfo;
import io.lingoduct.model.ModelTraits;
import io.lingoduct.text.segment.TextSegmenter;
import java.util.ArrayList;
import java.util.List;

/**
 * Prepares texts for one model. Spans are masked before a text is cut into segments, so that no sentence ends and no word is read within
 * one; what a segment then needs is its own affair, see {@link SegmentPath}.
 */
public final class ModelFront implements Front {

    /** Tokens that a segment may gain on its way to the model: a final mark, a capital. */
    private static final int ROOM = 3;

    private static final int SHORT_LIMIT = 32;

    private final TextSegmenter segmenter;
    private final String targetLanguage;
    private final SpanMerge spans;
    private final SegmentTools tools;

    /** @param counters counts what becomes of the segments */
    public ModelFront(ModelInfo model, ModelTraits traits, FrontCounters counters) {
        int limit = model.maxSourceTokens();
        this.segmenter = new TextSegmenter(model.sourceLanguage(), limit < SHORT_LIMIT ? limit : limit - ROOM);
        this.targetLanguage = model.targetLanguage();
        this.spans = new SpanMerge(model.sourceLanguage());
        this.tools = new SegmentTools(model, traits, counters);
    }

    @Override
    public PreparedText prepare(String text, TextOptions options, SegmentTokens tokens) {
        var passages = new ArrayList<PreparedPassage>();
        for (var piece : MarkupReader.read(text, options.markup())) {
            if (piece instanceof MarkupPiece.Verbatim verbatim) {
                passages.add(PreparedPassage.verbatim(verbatim.text()));
            } else if (piece instanceof MarkupPiece.Passage passage) {
                passages.add(prepared(passage, options, tokens));
            }
        }
        var steps = new ArrayList<Step>();
        for (var passage : passages) {
            passage.segments().forEach(segment -> steps.add(segment.begin()));
        }
        return new PreparedText(steps, results -> join(passages, results));
    }

    private PreparedPassage prepared(MarkupPiece.Passage piece, TextOptions options, SegmentTokens tokens) {
        var passage = piece.text();
        var masked = MaskedPassage.of(passage, spans.in(passage.text(), piece.kept(), options.keep()));
        var cut = segmenter.split(masked.text().text(), tokens::count, tokens::accept);
        var parts = PassageParts.of(masked.text(), cut).parts();
        var spaces = cut.spacedFor(targetLanguage).skeleton();
        var skeleton = new ArrayList<MarkedText>();
        var spaced = new ArrayList<MarkedText>();
        var sources = new ArrayList<MarkedText>();
        var segments = new ArrayList<SegmentPath>();
        int mask = 0;
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            int end = mask + MaskedPassage.count(part.text());
            var masks = masked.masks().subList(mask, end);
            mask = end;
            if (i % 2 == 1) {
                var segment = tools.readable(part, masks);
                segments.add(new SegmentPath(tools, options, segment));
                sources.add(segment.original());
            } else {
                var written = MaskedPassage.unmasked(
                        part,
                        masks.stream().map(each -> tools.written(each, options)).toList());
                skeleton.add(written);
                spaced.add(spaced(written, cut.skeleton().get(i / 2), spaces.get(i / 2)));
            }
        }
        return new PreparedPassage(skeleton, spaced, sources, segments, piece::written);
    }

    /** A piece of the skeleton with the spaces that the other text of it has more. */
    private static MarkedText spaced(MarkedText piece, String plain, String spaced) {
        if (spaced.length() == plain.length()) {
            return piece;
        }
        boolean before = spaced.equals(" " + plain) || spaced.length() == plain.length() + 2;
        boolean behind = !before || spaced.length() == plain.length() + 2;
        var parts = new ArrayList<MarkedText>();
        parts.add(MarkedText.plain(before ? " " : ""));
        parts.add(piece);
        parts.add(MarkedText.plain(behind ? " " : ""));
        return PassageParts.joined(parts);
    }

    private static String join(List<PreparedPassage> passages, List<SegmentResult> results) {
        var text = new StringBuilder();
        int next = 0;
        for (var passage : passages) {
            int end = next + passage.segments().size();
            text.append(passage.join(results.subList(next, end)));
            next = end;
        }
        return text.toString();
    }
}
