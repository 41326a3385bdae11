package io.lingoduct.streams.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RouteProgressTest {

    private static final TopicPartition PARTITION = new TopicPartition("in", 0);

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final RouteProgress progress = new RouteProgress(new Clock() {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void shouldNotTakeAnIdleRouteForOneThatStandsStill() {
        pass(3600);

        assertThat(progress.withoutProgress()).isZero();
    }

    @Test
    void shouldCountTheTimeSinceWorkCameThatIsNotCommitted() {
        poll(0);
        pass(70);

        assertThat(progress.withoutProgress()).isEqualTo(Duration.ofSeconds(70));
        assertThat(progress.inFlight()).isEqualTo(1);
    }

    @Test
    void shouldNotTakeProcessingForProgress() {
        poll(0);
        pass(40);
        progress.processed(new Origin("in", 0, 0));
        pass(40);

        assertThat(progress.withoutProgress()).isEqualTo(Duration.ofSeconds(80));
    }

    @Test
    void shouldTakeACommitForProgress() {
        poll(0);
        pass(40);
        progress.processed(new Origin("in", 0, 0));
        progress.committed();
        pass(40);

        assertThat(progress.withoutProgress()).isZero();
        assertThat(progress.inFlight()).isZero();
        assertThat(progress.lastCommit()).contains(now.minusSeconds(40));
    }

    @Test
    void shouldCountFromTheCommitWhereMoreIsHeld() {
        poll(0);
        poll(1);
        pass(40);
        progress.processed(new Origin("in", 0, 0));
        progress.committed();
        pass(30);

        assertThat(progress.withoutProgress()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void shouldNotLetAThreadThatStandsStillHideBehindOneThatMoves() throws InterruptedException {
        poll(0);
        var other = new Thread(() -> {
            progress.processed(new Origin("in", 1, 0));
            progress.committed();
        });
        pass(70);
        other.start();
        other.join();

        assertThat(progress.withoutProgress()).isEqualTo(Duration.ofSeconds(70));
    }

    @Test
    void shouldNotTakeWorkForNewThatAnotherThreadHadAlready() {
        poll(0);
        pass(40);
        progress.threadEnds();
        pass(10);
        poll(0);
        pass(20);

        assertThat(progress.withoutProgress()).isEqualTo(Duration.ofSeconds(70));
        assertThat(progress.inFlight()).isEqualTo(1);
    }

    @Test
    void shouldForgetTheWorkOfAThreadThatHasEndedWhereNothingWaitsAnyMore() {
        poll(0);
        pass(70);
        progress.threadEnds();
        progress.waiting(false);

        assertThat(progress.withoutProgress()).isZero();
        assertThat(progress.inFlight()).isZero();
    }

    @Test
    void shouldNotWaitForTheCommitOfWhatWasLostToAnotherInstance() {
        poll(0);
        poll(1);
        progress.processed(new Origin("in", 0, 0));
        pass(70);
        progress.taskCloses(0);
        progress.waiting(false);

        assertThat(progress.inFlight()).isZero();
        assertThat(progress.withoutProgress()).isZero();
    }

    @Test
    void shouldNotTakeWorkForNewThatComesAgainWhenItsTaskHasBegunAnew() {
        poll(0);
        progress.processed(new Origin("in", 0, 0));
        pass(40);
        progress.taskCloses(0);
        poll(0);
        pass(30);
        progress.waiting(true);

        assertThat(progress.withoutProgress()).isEqualTo(Duration.ofSeconds(70));
    }

    @Test
    void shouldKeepTheWorkOfOtherTasksWhenOneCloses() {
        poll(0);
        progress.processed(new Origin("in", 0, 0));
        progress.processed(new Origin("in", 1, 0));
        pass(70);
        progress.taskCloses(1);

        assertThat(progress.inFlight()).isEqualTo(1);
        assertThat(progress.withoutProgress()).isEqualTo(Duration.ofSeconds(70));
    }

    @Test
    void shouldNotCallAFailureOneOfNowOnceThereWasACommit() {
        assertThat(progress.isFailing()).isFalse();
        progress.failed("out", "gone");
        assertThat(progress.isFailing()).isTrue();
        pass(1);
        progress.committed();
        assertThat(progress.isFailing()).isFalse();
        pass(1);
        progress.failed("out", "gone again");
        assertThat(progress.isFailing()).isTrue();
    }

    @Test
    void shouldCountAnewAfterAPause() {
        poll(0);
        pass(3600);
        progress.resumed();
        pass(5);

        assertThat(progress.withoutProgress()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void shouldCountWhatWaitsAtTheBrokersAndIsNotPolled() {
        progress.waiting(true);
        pass(70);
        progress.waiting(true);

        assertThat(progress.withoutProgress()).isEqualTo(Duration.ofSeconds(70));

        progress.waiting(false);
        assertThat(progress.withoutProgress()).isZero();
    }

    private void poll(long offset) {
        var record = new ConsumerRecord<>("in", 0, offset, new byte[1], new byte[10]);
        progress.polled(new ConsumerRecords<>(Map.of(PARTITION, List.of(record)), Map.of()));
    }

    private void pass(int seconds) {
        now = now.plusSeconds(seconds);
    }
}
