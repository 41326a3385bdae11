package io.lingoduct.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.training.report.RunEvent.EpochEnd;
import io.lingoduct.training.report.RunEvent.Note;
import io.lingoduct.training.report.RunEvent.Resumed;
import io.lingoduct.training.report.RunEvent.Samples;
import io.lingoduct.training.report.RunEvent.Updates;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RunHistoryTest {

    private static final int UPDATES_PER_EPOCH = 5;

    private static Updates updates(long update, double loss) {
        return new Updates(update, (int) (update / 10) + 1, loss, 1e-3, 1, 2000, update);
    }

    private static EpochEnd epochEnd(int epoch, long update, boolean best) {
        return new EpochEnd(epoch, update, 2, 5, 30, 2000, update, best);
    }

    @Test
    void shouldReplaceAnUpdateThatIsLoggedAgain() {
        var history = RunHistory.of(List.of(updates(10, 4), updates(20, 3), updates(10, 5)));

        assertThat(history.updates()).containsExactly(updates(10, 5), updates(20, 3));
    }

    @Test
    void shouldDropWhatWasRolledBack() {
        var history = RunHistory.of(List.of(
                updates(10, 4),
                epochEnd(1, 10, true),
                new Samples(1, 10, List.of()),
                updates(20, Double.NaN),
                new Note(20, "gone"),
                new Samples(2, 20, List.of()),
                epochEnd(2, 20, true),
                new Resumed(10),
                new Note(10, "kept"),
                updates(15, 3)));

        assertThat(history.updates()).containsExactly(updates(10, 4), updates(15, 3));
        assertThat(history.epochs()).containsExactly(epochEnd(1, 10, true));
        assertThat(history.samples()).containsExactly(new Samples(1, 10, List.of()));
        assertThat(history.notes()).containsExactly(new Note(10, "kept"));
        assertThat(history.seconds()).isEqualTo(15);
    }

    @Test
    void shouldTakeTheLastBestEpoch() {
        var history = RunHistory.of(List.of(epochEnd(1, 5, true), epochEnd(2, 9, true), epochEnd(3, 14, false)));

        assertThat(history.best()).contains(epochEnd(2, 9, true));
        assertThat(RunHistory.of(List.of()).best()).isEmpty();
    }

    @Test
    void shouldGiveTheSpeedOfTheMiddleEpochWhenOneWasHeldUp() {
        var history = RunHistory.of(List.of(epochAt(1, 900), epochAt(2, 30), epochAt(3, 1000)));

        assertThat(history.tokensPerSecond()).isEqualTo(900);
    }

    private static EpochEnd epochAt(int epoch, double tokensPerSecond) {
        return new EpochEnd(epoch, 10L * epoch, 3, 20, 30, tokensPerSecond, 60, false);
    }

    @Property
    void shouldLookLikeARunThatWasNeverStopped(
            @ForAll @Size(max = 6) List<@IntRange(min = 0, max = 30) Integer> stops,
            @ForAll @IntRange(min = 1, max = 4) int checkpointEvery) {
        var events = new ArrayList<RunEvent>();
        int update = 0;
        for (int stop : stops) {
            train(events, update, stop, -1);
            // Goes on from the last checkpoint before the furthest point it got to.
            update = Math.max(update, stop) / checkpointEvery * checkpointEvery;
            events.add(new Resumed(update));
        }
        train(events, update, 40, 1);
        var unbroken = new ArrayList<RunEvent>();
        train(unbroken, 0, 40, 1);

        var history = RunHistory.of(events);

        assertThat(history.updates())
                .extracting(Updates::update)
                .isEqualTo(RunHistory.of(unbroken).updates().stream()
                        .map(Updates::update)
                        .toList());
        assertThat(history.epochs()).isEqualTo(RunHistory.of(unbroken).epochs());
        assertThat(history.samples()).isEqualTo(RunHistory.of(unbroken).samples());
        int resumedAt = update;
        assertThat(history.updates()).filteredOn(e -> e.update() > resumedAt).allSatisfy(e -> assertThat(e.loss())
                .isEqualTo(1));
    }

    private static void train(List<RunEvent> events, int from, int to, double loss) {
        for (int update = from + 1; update <= to; update++) {
            events.add(updates(update, loss));
            if (update % UPDATES_PER_EPOCH == 0) {
                events.add(new Samples(update / UPDATES_PER_EPOCH, update, List.of()));
                events.add(epochEnd(update / UPDATES_PER_EPOCH, update, true));
            }
        }
    }
}
