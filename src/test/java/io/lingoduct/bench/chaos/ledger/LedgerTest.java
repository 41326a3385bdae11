package io.lingoduct.bench.chaos.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The account of messages. Times are in seconds here. */
class LedgerTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Ledger ledger = new Ledger(List.of("a", "b"), 2);

    @Test
    void shouldFindNoFaultWhenEachMessageIsWhereItMustBe() {
        var good = send("a", 0, false, 0);
        var bad = send("a", 0, true, 1);
        output("a", good, 2);
        letter(bad, 3);

        assertThat(tally("a").faults(LIMIT)).isEmpty();
        assertThat(tally("a").translated().received()).isOne();
        assertThat(tally("a").refused().once()).isOne();
        assertThat(ledger.reasons()).containsExactly(Map.entry("Cause", 1));
        assertThat(ledger.counts().waiting()).isZero();
    }

    @Test
    void shouldMissWhatWasSeenNowhere() {
        send("a", 0, false, 0);
        send("a", 0, true, 0);

        assertThat(tally("a").translated().missing()).isOne();
        assertThat(tally("a").refused().unanswered()).isOne();
        assertThat(tally("a").faults(Duration.ofDays(1))).hasSize(2).allMatch(fault -> fault.startsWith("a: 1 "));
        assertThat(tally("b").faults(LIMIT)).isEmpty();
    }

    @Test
    void shouldCountEachCopyBeyondTheFirst() {
        var good = send("a", 1, false, 0);
        var bad = send("a", 1, true, 0);
        for (int copy = 0; copy < 3; copy++) {
            output("a", good, 1);
            letter(bad, 1);
        }

        assertThat(tally("a").translated().doubled()).isEqualTo(2);
        assertThat(tally("a").refused().doubled()).isEqualTo(2);
        assertThat(tally("a").refused().once()).isZero();
        assertThat(tally("a").translated().outOfOrder()).isZero();
        assertThat(tally("a").faults(LIMIT)).hasSize(2);
    }

    @Test
    void shouldNotBlameTheServiceForCopiesThatTheInputHoldsAlready() {
        var good = send("a", 0, false, 0);
        var bad = send("a", 0, true, 0);
        for (int copy = 0; copy < 2; copy++) {
            ledger.inInput("a", good);
            ledger.inInput("a", bad);
            output("a", good, 1);
            letter(bad, 1);
        }

        assertThat(tally("a").copiesSent()).isEqualTo(2);
        assertThat(tally("a").refused().once()).isOne();
        assertThat(tally("a").faults(LIMIT)).isEmpty();

        output("a", good, 1);
        assertThat(tally("a").translated().doubled()).isOne();
    }

    @Test
    void shouldFindAMessageInTheWrongPlace() {
        var good = send("a", 0, false, 0);
        var bad = send("a", 0, true, 0);
        letter(good, 1);
        output("a", bad, 1);

        assertThat(tally("a").translated().wronglyRefused()).isOne();
        assertThat(tally("a").refused().letThrough()).isOne();
        assertThat(tally("a").translated().missing()).isZero();
        assertThat(tally("a").faults(LIMIT)).hasSize(2);
    }

    @Test
    void shouldCountWhatComesBehindALaterMessageOfItsPartition() {
        var first = send("a", 0, false, 0);
        var second = send("a", 0, false, 0);
        var third = send("a", 0, false, 0);
        var other = send("a", 1, false, 0);
        output("a", second, 1);
        output("a", other, 1);
        output("a", third, 1);
        output("a", first, 1);

        assertThat(tally("a").translated().outOfOrder()).isOne();
    }

    @Test
    void shouldKnowWhatNobodySent() {
        var message = send("a", 0, false, 0);
        output("b", message, 1);
        output("a", MessageId.of("a", 0, 1), 1);
        output("c", MessageId.of("c", 0, 0), 1);
        letter(MessageId.of("a", 7, 0), 1);
        ledger.stranger();

        assertThat(ledger.strangers()).isEqualTo(5);
        assertThat(tally("a").translated().missing()).isOne();
    }

    @Test
    void shouldMeasureHowLateARouteWasAtWorst() {
        output("a", send("a", 0, false, 0), 61);
        letter(send("a", 0, true, 10), 20);
        output("b", send("b", 0, false, 0), 60);

        assertThat(tally("a").lateness().usual()).isEqualTo(Duration.ofSeconds(61));
        assertThat(tally("a").faults(LIMIT)).singleElement().asString().contains("late by 61.0 s");
        assertThat(tally("b").faults(LIMIT)).isEmpty();
    }

    @Test
    void shouldCountAMessageThatNeverComesAsLateUntilNow() {
        send("a", 0, false, 0);

        assertThat(ledger.tallies(seconds(100)).get(0).lateness().usual()).isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void shouldExcuseARouteFromTheBeginningOfAnEventUntilItHasCaughtUp() {
        var underWay = send("a", 0, false, 0);
        var whileHit = send("a", 0, false, 50);
        var behindIt = send("a", 0, false, 120);
        ledger.excuse("a", seconds(10), seconds(100));
        output("a", underWay, 130);
        output("a", whileHit, 150);
        output("a", behindIt, 190);

        assertThat(tally("a").lateness().usual()).isZero();
        assertThat(tally("a").lateness().whenHit()).isEqualTo(Duration.ofSeconds(130));
    }

    @Test
    void shouldExcuseNothingThatHappensBeforeOrAfterAnEventOrOnAnotherRoute() {
        ledger.excuse("a", seconds(100), seconds(200));
        output("a", send("a", 0, false, 0), 99);
        output("a", send("a", 0, false, 150), 210);
        output("a", send("a", 0, false, 211), 281);
        output("b", send("b", 0, false, 120), 200);

        assertThat(tally("a").lateness().usual()).isEqualTo(Duration.ofSeconds(99));
        assertThat(tally("a").lateness().whenHit()).isEqualTo(Duration.ofSeconds(60));
        assertThat(tally("b").lateness().usual()).isEqualTo(Duration.ofSeconds(80));
    }

    @Test
    void shouldTellWhenEverythingSentUntilThenWasSeen() {
        var early = send("a", 0, false, 1);
        send("a", 1, false, 5);

        assertThat(ledger.isSettled("a", seconds(4))).isFalse();
        output("a", early, 6);
        assertThat(ledger.isSettled("a", seconds(4))).isTrue();
        assertThat(ledger.isSettled("a", seconds(5))).isFalse();
        assertThat(ledger.waitingSince(seconds(9)))
                .containsEntry("a", Duration.ofSeconds(4))
                .containsEntry("b", Duration.ZERO);
    }

    private MessageId send(String route, int partition, boolean refusable, int second) {
        return ledger.sent(route, partition, refusable, seconds(second));
    }

    private void output(String route, MessageId id, int second) {
        ledger.inOutput(route, id, seconds(second));
    }

    private void letter(MessageId id, int second) {
        ledger.inDeadLetters(id, "Cause", seconds(second));
    }

    private RouteTally tally(String route) {
        return ledger.tallies(seconds(1_000)).stream()
                .filter(tally -> tally.route().equals(route))
                .findFirst()
                .orElseThrow();
    }

    private static long seconds(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }
}
