package io.lingoduct.bench.chaos.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever a service does to messages, the ledger counts as a simple recount does. */
class LedgerPropertyTest {

    private static final String ROUTE = "r";
    private static final int PARTITIONS = 3;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** @param copies of each message, in the output where the number is even, in the dead letters where it is odd */
    @Property
    void shouldCountWhatIsMissingAndDoubledWhateverTheOrder(
            @ForAll @Size(max = 60) List<@IntRange(max = 3) Integer> copies, @ForAll long seed) {
        var ledger = new Ledger(List.of(ROUTE), PARTITIONS);
        var arrivals = new ArrayList<MessageId>();
        var refusable = new HashSet<MessageId>();
        for (int i = 0; i < copies.size(); i++) {
            boolean bad = i % 2 == 1;
            var id = ledger.sent(ROUTE, i % PARTITIONS, bad, i);
            arrivals.addAll(Collections.nCopies(copies.get(i), id));
            if (bad) {
                refusable.add(id);
            }
        }
        Collections.shuffle(arrivals, new Random(seed));

        arrivals.forEach(id -> {
            if (refusable.contains(id)) {
                ledger.inDeadLetters(id, "Cause", 0);
            } else {
                ledger.inOutput(ROUTE, id, 0);
            }
        });

        var tally = ledger.tallies(copies.size()).get(0);
        assertThat(tally.sent()).isEqualTo(copies.size());
        assertThat(tally.translated().missing()).isEqualTo(count(copies, 0, 0));
        assertThat(tally.refused().unanswered()).isEqualTo(count(copies, 1, 0));
        assertThat(tally.refused().once()).isEqualTo(count(copies, 1, 1));
        assertThat(tally.translated().doubled()).isEqualTo(beyondTheFirst(copies, 0));
        assertThat(tally.refused().doubled()).isEqualTo(beyondTheFirst(copies, 1));
        assertThat(ledger.counts().waiting()).isEqualTo(count(copies, 0, 0) + count(copies, 1, 0));
        assertThat(ledger.strangers()).isZero();
    }

    @Property
    void shouldFindNoFaultExactlyWhenThereIsNone(
            @ForAll @Size(min = 1, max = 40) List<Boolean> refusable, @ForAll @IntRange(max = 60) int lateSeconds) {
        var ledger = new Ledger(List.of(ROUTE), PARTITIONS);
        for (int i = 0; i < refusable.size(); i++) {
            deliver(ledger, ledger.sent(ROUTE, i % PARTITIONS, refusable.get(i), 0), refusable.get(i), lateSeconds);
        }

        assertThat(ledger.tallies(0).get(0).faults(LIMIT)).isEmpty();

        var again = MessageId.of(ROUTE, 0, 0);
        deliver(ledger, again, refusable.get(0), lateSeconds);
        assertThat(ledger.tallies(0).get(0).faults(LIMIT)).hasSize(1);
    }

    @Property
    void shouldCountAsOutOfOrderWhatIsBelowTheHighestSoFar(
            @ForAll @IntRange(min = 1, max = 30) int messages, @ForAll long seed) {
        var ledger = new Ledger(List.of(ROUTE), PARTITIONS);
        var ids = new ArrayList<MessageId>();
        IntStream.range(0, messages).forEach(i -> ids.add(ledger.sent(ROUTE, 1, false, 0)));
        Collections.shuffle(ids, new Random(seed));

        ids.forEach(id -> ledger.inOutput(ROUTE, id, 0));

        long below = IntStream.range(0, messages)
                .filter(i -> ids.subList(0, i).stream()
                        .anyMatch(before -> before.number() > ids.get(i).number()))
                .count();
        assertThat(ledger.tallies(0).get(0).translated().outOfOrder()).isEqualTo((int) below);
    }

    private static void deliver(Ledger ledger, MessageId id, boolean refusable, int second) {
        long now = Duration.ofSeconds(second).toNanos();
        if (refusable) {
            ledger.inDeadLetters(id, "Cause", now);
        } else {
            ledger.inOutput(ROUTE, id, now);
        }
    }

    private static int count(List<Integer> copies, int parity, int wanted) {
        return (int) IntStream.range(0, copies.size())
                .filter(i -> i % 2 == parity && copies.get(i) == wanted)
                .count();
    }

    private static int beyondTheFirst(List<Integer> copies, int parity) {
        return IntStream.range(0, copies.size())
                .filter(i -> i % 2 == parity)
                .map(i -> Math.max(0, copies.get(i) - 1))
                .sum();
    }
}
