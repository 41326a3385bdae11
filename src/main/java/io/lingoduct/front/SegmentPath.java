package io.lingoduct.front;

import io.lingoduct.front.check.Finding;
import io.lingoduct.model.PlaceholderForm;
import io.lingoduct.model.Translation;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The way of one segment through a model, and what is tried next where an answer will not do. The last ways always work: the pieces between
 * the spans, each on its own, and the source as it is. For one thread at a time.
 */
final class SegmentPath {

    /** What a translation in pieces is worth: its words may be right, their order is the source's. */
    private static final double PIECES_ESTIMATE = 0.3;

    private final SegmentTools tools;
    private final TextOptions options;
    private final ReadableSegment segment;

    /** What was found in the answers that would not do. */
    private final Set<Finding> refused = EnumSet.noneOf(Finding.class);

    SegmentPath(SegmentTools tools, TextOptions options, ReadableSegment segment) {
        this.tools = tools;
        this.options = options;
        this.segment = segment;
    }

    Step begin() {
        return tryFrom(Way.DIRECT);
    }

    private Step tryAfter(Way way) {
        return tryFrom(Way.values()[way.ordinal() + 1]);
    }

    /** The first step of the first way, from the given one on, that this segment has. */
    private Step tryFrom(Way first) {
        for (int i = first.ordinal(); i < Way.SOURCE.ordinal(); i++) {
            var step = step(Way.values()[i]);
            if (step.isPresent()) {
                return step.get();
            }
        }
        return new Step.Done(tools.lastMeans(segment.original(), Way.SOURCE, 0, refused));
    }

    private Optional<Step> step(Way way) {
        var core = segment.core();
        return switch (way) {
            case DIRECT -> ask(new Attempt(way, core, tools.form(), Step.Search.USUAL));
            case UNREPEATED ->
                refused.contains(Finding.LOOP)
                        ? ask(new Attempt(way, core, tools.form(), Step.Search.UNREPEATED))
                        : Optional.empty();
            case OTHER_FORM ->
                core.masks().isEmpty()
                        ? Optional.empty()
                        : ask(new Attempt(way, core, tools.otherForm(), Step.Search.USUAL));
            case NUMBERS -> {
                var masked = tools.withNumbersMasked(core);
                yield masked.equals(core)
                        ? Optional.empty()
                        : ask(new Attempt(way, masked, tools.form(), Step.Search.USUAL));
            }
            case PIECES -> pieces(tools.withNumbersMasked(core));
            case SOURCE -> Optional.empty();
        };
    }

    /** One try, with the core as it is masked for it. */
    private record Attempt(Way way, MaskedCore core, PlaceholderForm form, Step.Search search) {}

    private Optional<Step> ask(Attempt attempt) {
        return Placeholders.of(attempt.core(), attempt.form())
                .map(placeholders -> new Step.Translate(
                        List.of(new Step.Request(placeholders.input(), attempt.search())), answers -> answers.get(0)
                                .map(answer -> judge(attempt, placeholders, answer))
                                .orElseGet(() -> tryAfter(attempt.way()))));
    }

    private Step judge(Attempt attempt, Placeholders placeholders, Translation answer) {
        var judged = tools.judge(attempt.core(), placeholders, answer);
        if (judged.isRefused()) {
            refused.addAll(judged.findings());
            return tryAfter(attempt.way());
        }
        var masked = judged.masked().orElseThrow();
        var target = attempt.core().target(masked.target(), masked.order(), mask -> tools.written(mask, options));
        if (!segment.needsAlignment()) {
            return new Step.Done(tools.result(segment.restored(target, CoreAlignment.NONE), attempt.way(), judged));
        }
        return new Step.Align(placeholders.input(), judged.target(), attention -> {
            var alignment = new CoreAlignment(placeholders.input(), judged.target(), attention);
            return new Step.Done(tools.result(segment.restored(target, alignment), attempt.way(), judged));
        });
    }

    private Optional<Step> pieces(MaskedCore core) {
        if (core.masks().isEmpty()) {
            return Optional.empty();
        }
        var pieces = Pieces.of(core.text());
        var inOrder = IntStream.range(0, core.masks().size()).boxed().toList();
        return Optional.of(new Step.Translate(pieces.requests(), answers -> {
            var target = core.target(pieces.joined(answers), inOrder, mask -> tools.written(mask, options));
            var text = segment.restored(target, CoreAlignment.NONE);
            return new Step.Done(tools.lastMeans(text, Way.PIECES, PIECES_ESTIMATE, refused));
        }));
    }
}
