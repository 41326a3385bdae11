package io.lingoduct.engine;

import io.lingoduct.front.SegmentResult;
import io.lingoduct.front.Step;
import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.SegmentTooLongException;
import io.lingoduct.model.Translation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Carries out the steps of one text's segments. What is asked for twice is translated once: a translation does not depend on where
 * it stands. The first request of a segment waits for room in the queue; what follows from an answer does not, for it is asked on
 * a thread of the engine.
 */
final class SegmentRuns {

    private final TranslationEngine engine;
    private final TokenizedSegments tokenized;
    private final Priority priority;
    private final WorkBudget budget;
    private final Map<Step.Request, CompletableFuture<Optional<Translation>>> asked = new ConcurrentHashMap<>();
    private final Set<CompletableFuture<?>> live = ConcurrentHashMap.newKeySet();
    private volatile boolean cancelled;

    /** @param tokenized what was encoded when the text was cut */
    SegmentRuns(TranslationEngine engine, TokenizedSegments tokenized, Priority priority, WorkBudget budget) {
        this.engine = engine;
        this.tokenized = tokenized;
        this.priority = priority;
        this.budget = budget;
    }

    /** Starts on a segment's way, blocking while the engine's queue is full. */
    CompletableFuture<SegmentResult> start(Step first) {
        var result = new CompletableFuture<SegmentResult>();
        carryOut(first, result, true);
        return result;
    }

    /** Gives up all that is asked for; what would follow from it is not asked. */
    void cancel() {
        cancelled = true;
        live.forEach(future -> future.cancel(false));
    }

    private void carryOut(Step step, CompletableFuture<SegmentResult> result, boolean mayWait) {
        try {
            if (step instanceof Step.Done done) {
                result.complete(done.result());
            } else if (step instanceof Step.Translate translate) {
                translate(translate, result, mayWait);
            } else if (step instanceof Step.Align align) {
                align(align, result);
            }
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    private void translate(Step.Translate step, CompletableFuture<SegmentResult> result, boolean mayWait) {
        var answers = new ArrayList<CompletableFuture<Optional<Translation>>>(
                step.requests().size());
        for (var request : step.requests()) {
            answers.add(answer(request, mayWait));
        }
        whenDone(
                answers,
                result,
                () -> carryOut(
                        step.next()
                                .apply(answers.stream()
                                        .map(CompletableFuture::join)
                                        .toList()),
                        result,
                        false));
    }

    private void align(Step.Align step, CompletableFuture<SegmentResult> result) {
        var translator = engine.translator();
        var source = translator.encode(step.source());
        int tokens = translator.countTokens(step.target()) + 1;
        var answer = following(new Job.Align(source, step.source(), step.target(), tokens));
        whenDone(List.of(answer), result, () -> carryOut(step.next().apply(answer.join()), result, false));
    }

    private static void whenDone(
            List<? extends CompletableFuture<?>> parts, CompletableFuture<SegmentResult> result, Runnable next) {
        CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new)).whenComplete((done, failure) -> {
            if (failure != null) {
                result.completeExceptionally(failure.getCause() == null ? failure : failure.getCause());
            } else {
                try {
                    next.run();
                } catch (RuntimeException | Error e) {
                    // Nobody else would see it, and who waits for the segment would wait for good.
                    result.completeExceptionally(e);
                }
            }
        });
    }

    /** Asked for at most once, also while it is still being asked on another thread. */
    private CompletableFuture<Optional<Translation>> answer(Step.Request request, boolean mayWait) {
        var mine = new CompletableFuture<Optional<Translation>>();
        var others = asked.putIfAbsent(request, mine);
        if (others != null) {
            return others;
        }
        var encoded = encoded(request.input());
        if (encoded.isEmpty() || !canSearch(request.search())) {
            mine.complete(Optional.empty());
            return mine;
        }
        submit(encoded.get(), request.search(), mayWait).whenComplete((translation, failure) -> {
            if (failure == null) {
                mine.complete(Optional.of(translation));
            } else {
                mine.completeExceptionally(failure);
            }
        });
        return mine;
    }

    private boolean canSearch(Step.Search search) {
        return search == Step.Search.USUAL
                || engine.translator()
                        .canSearch(BatchRunner.unrepeated(engine.options().search()));
    }

    private Optional<EncodedSegment> encoded(String input) {
        try {
            return Optional.of(
                    tokenized.find(input).orElseGet(() -> engine.translator().encode(input)));
        } catch (SegmentTooLongException e) {
            return Optional.empty(); // the segment has other ways
        }
    }

    private CompletableFuture<Translation> submit(EncodedSegment segment, Step.Search search, boolean mayWait) {
        if (search == Step.Search.UNREPEATED) {
            return following(new Job.TranslateUnrepeated(segment));
        }
        if (mayWait) {
            return tracked(engine.submit(segment, priority, budget));
        }
        return following(new Job.Translate(segment));
    }

    private <A> CompletableFuture<A> following(Job<A> job) {
        return tracked(engine.submitFollowing(job, priority, budget));
    }

    private <A> CompletableFuture<A> tracked(CompletableFuture<A> future) {
        if (!future.isDone()) {
            live.add(future);
            future.whenComplete((answer, failure) -> live.remove(future));
            if (cancelled) {
                future.cancel(false);
            }
        }
        return future;
    }
}
