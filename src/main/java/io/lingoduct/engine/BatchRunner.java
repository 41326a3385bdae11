package io.lingoduct.engine;

import io.lingoduct.engine.TranslationEngine.TargetScore;
import io.lingoduct.model.Alignment;
import io.lingoduct.model.Cancellation;
import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.Translation;
import io.lingoduct.model.TranslationException;
import io.lingoduct.model.Translator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs batches and hands each segment its outcome. One bad segment harms no other: the segments of a batch that fails are
 * run once more, each alone. What fails alone is taken to be at fault itself, unless that happens to one after the other.
 */
final class BatchRunner {

    /** Segments in a row, with no run between them that did not fail, that are taken to be at fault themselves. */
    static final int MAX_FAILURES_IN_A_ROW = 100;

    /** Tokens that a translation says but once, where it went round in a loop without such a limit. */
    private static final int UNREPEATED_TOKENS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(BatchRunner.class);

    private final Translator translator;
    private final SearchOptions search;
    private final TranslationCache cache;
    private final EngineStats.Counters counters;
    private final LongSupplier workNanos;
    private final AtomicInteger failuresInARow = new AtomicInteger();

    /** @param workNanos the processor time of the calling thread */
    BatchRunner(
            Translator translator,
            SearchOptions search,
            TranslationCache cache,
            EngineStats.Counters counters,
            LongSupplier workNanos) {
        this.translator = translator;
        this.search = search;
        this.cache = cache;
        this.counters = counters;
        this.workNanos = workNanos;
    }

    /** Never throws: whatever goes wrong goes to the segments' futures. */
    void run(List<QueuedSegment> batch) {
        try {
            translateAtTheirCost(batch);
        } catch (RuntimeException | Error failure) {
            if (batch.stream().noneMatch(QueuedSegment::isOpen)) {
                LOG.debug("a batch of {} segments that nobody waits for any more has ended", batch.size());
            } else if (batch.size() == 1) {
                fail(batch.get(0), failedAlone(failure));
            } else {
                LOG.warn("a batch of {} segments failed; each is run alone: {}", batch.size(), failure.toString());
                batch.stream().filter(QueuedSegment::isOpen).forEach(segment -> run(List.of(segment)));
            }
        }
    }

    private Throwable failedAlone(Throwable failure) {
        int failures = failuresInARow.incrementAndGet();
        return failure instanceof Error || failures <= MAX_FAILURES_IN_A_ROW
                ? failure
                : new BrokenModelException(failures, failure);
    }

    /** Fails a segment that is still open. */
    void fail(QueuedSegment segment, Throwable failure) {
        if (segment.settle()) {
            counters.segmentFailed(failure);
            segment.result().completeExceptionally(failure);
        }
    }

    /** Charges a batch after its answers are there: work that is done is used, whatever it has cost. */
    private void translateAtTheirCost(List<QueuedSegment> batch) {
        long begin = workNanos.getAsLong();
        try {
            translate(batch);
        } finally {
            double nanosPerToken = (double) (workNanos.getAsLong() - begin)
                    / batch.stream().mapToInt(QueuedSegment::length).sum();
            batch.forEach(segment -> segment.budget().charge(Math.round(nanosPerToken * segment.length())));
        }
    }

    private void translate(List<QueuedSegment> batch) {
        counters.batchStarted(batch);
        var answers = answers(batch);
        if (answers.size() != batch.size()) {
            throw new TranslationException(
                    "the translator answered a batch of " + batch.size() + " segments with " + answers.size());
        }
        failuresInARow.set(0);
        for (int i = 0; i < batch.size(); i++) {
            var segment = batch.get(i);
            if (segment.job() instanceof Job.Translate job && answers.get(i) instanceof Translation translation) {
                cache.store(job.segment(), translation);
            }
            if (segment.settle()) {
                counters.segmentTranslated();
                segment.answer(answers.get(i));
            }
        }
    }

    /** Asks the translator; element i belongs to element i of the batch, all of which are of one kind. */
    private List<?> answers(List<QueuedSegment> batch) {
        var segments = batch.stream().map(queued -> queued.job().segment()).toList();
        return switch (batch.get(0).kind()) {
            case TRANSLATE -> translator.translate(segments, search, whenNobodyWaits(batch));
            case TRANSLATE_UNREPEATED -> translator.translate(segments, unrepeated(search), whenNobodyWaits(batch));
            case ALL_HYPOTHESES -> translator.translateAll(segments, search);
            case SCORE ->
                score(
                        segments,
                        batch.stream().map(queued -> (Job.Score) queued.job()).toList());
            case ALIGN ->
                align(batch.stream().map(queued -> (Job.Align) queued.job()).toList());
        };
    }

    /** A search whose hypotheses say nothing twice, if the search itself has no such limit. */
    static SearchOptions unrepeated(SearchOptions search) {
        return search.noRepeatNgram() > 0 ? search : search.withNoRepeatNgram(UNREPEATED_TOKENS);
    }

    private List<Optional<Alignment>> align(List<Job.Align> jobs) {
        return translator.align(
                jobs.stream().map(Job.Align::source).toList(),
                jobs.stream().map(Job.Align::target).toList());
    }

    private List<TargetScore> score(List<EncodedSegment> segments, List<Job.Score> jobs) {
        var scores =
                translator.score(segments, jobs.stream().map(Job.Score::target).toList());
        return IntStream.range(0, scores.size())
                .mapToObj(i -> new TargetScore(scores.get(i), jobs.get(i).targetTokens()))
                .toList();
    }

    /** Ends a run once all of its segments have timed out or were cancelled: its worker is wanted elsewhere. */
    private static Cancellation whenNobodyWaits(List<QueuedSegment> batch) {
        var cancellation = new Cancellation();
        var waiting = new AtomicInteger(batch.size());
        batch.forEach(segment -> segment.result().whenComplete((translation, failure) -> {
            if (waiting.decrementAndGet() == 0) {
                cancellation.cancel();
            }
        }));
        return cancellation;
    }
}
