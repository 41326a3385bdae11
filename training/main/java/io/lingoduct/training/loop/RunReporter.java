package io.lingoduct.training.loop;

import io.lingoduct.training.loop.progress.Pace;
import io.lingoduct.training.loop.progress.Progress;
import io.lingoduct.training.loop.settings.TrainingConfig;
import io.lingoduct.training.loop.validation.Validation;
import io.lingoduct.training.network.Seq2Seq;
import io.lingoduct.training.report.RunEvent;
import java.io.IOException;
import java.util.Locale;

/** Makes the events of a run, and tells them to the display and the listener. */
final class RunReporter {

    private final TrainingConfig config;
    private final ProgressDisplay display;
    private final TrainingListener listener;
    private Pace pace = new Pace(0, 0);

    RunReporter(TrainingConfig config, ProgressDisplay display, TrainingListener listener) {
        this.config = config;
        this.display = display;
        this.listener = listener;
    }

    void started(Progress progress) {
        pace = Pace.from(progress);
    }

    void resumed(Progress progress) throws IOException {
        started(progress);
        var at = progress.position();
        display.say("Resuming after update %,d, in epoch %d of %d"
                .formatted(at.updates(), Math.min(at.epoch(), config.epochs()), config.epochs()));
        listener.happened(new RunEvent.Resumed(at.updates()));
    }

    /**
     * After an update.
     *
     * @param rate of the update
     * @param batches of the epoch
     * @return the progress to go on with
     */
    Progress updated(Progress progress, double rate, int batches) throws IOException {
        var at = progress.position();
        var epoch = progress.epoch();
        display.update(
                at.epoch(),
                config.epochs(),
                (double) at.batch() / batches,
                epoch.meanLoss(),
                rate,
                epoch.tokensPerSecond(),
                pace.secondsLeft(at));
        if (at.updates() % config.running().logEveryUpdates() != 0) {
            return progress;
        }
        var log = progress.log();
        listener.happened(new RunEvent.Updates(
                at.updates(),
                at.epoch(),
                log.meanLoss(),
                rate,
                log.meanGradientNorm(),
                log.tokensPerSecond(),
                at.seconds()));
        return progress.logged();
    }

    void validated(Progress progress, Validation.Scores scores, Seq2Seq network) throws IOException {
        var at = progress.position();
        var epoch = progress.epoch();
        boolean best = progress.dev().improved();
        display.say(String.format(
                Locale.ROOT,
                "epoch %d/%d, update %,d: loss %.3f, dev perplexity %.2f, dev BLEU %.2f%s (%,.0f target tokens/s, %s in all)",
                at.epoch(),
                config.epochs(),
                at.updates(),
                epoch.meanLoss(),
                scores.perplexity(),
                scores.bleu(),
                best ? ", best so far" : "",
                epoch.tokensPerSecond(),
                ProgressDisplay.duration(at.seconds())));
        var event = new RunEvent.EpochEnd(
                at.epoch(),
                at.updates(),
                epoch.meanLoss(),
                scores.perplexity(),
                scores.bleu(),
                epoch.tokensPerSecond(),
                at.seconds(),
                best);
        listener.happened(event);
        listener.validated(event, scores.hypotheses(), network);
    }

    void rolledBack(long update, Progress to, String reason) throws IOException {
        pace = Pace.from(to);
        long there = to.position().updates();
        double factor = to.guard().rateFactor();
        display.say(String.format(
                Locale.ROOT,
                "update %,d: %s; going back to update %,d with %.3g of the rate",
                update,
                reason,
                there,
                factor));
        listener.happened(new RunEvent.Resumed(there));
        var text =
                String.format(Locale.ROOT, "update %,d: %s; went back with %.3g of the rate", update, reason, factor);
        listener.happened(new RunEvent.Note(there, text));
    }

    void note(Progress progress, String text) throws IOException {
        display.say(text);
        listener.happened(new RunEvent.Note(progress.position().updates(), text));
    }
}
