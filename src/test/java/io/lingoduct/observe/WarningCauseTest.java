package io.lingoduct.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarningCauseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Got error produce response with correlation id 12 on topic-partition out-0, retrying (2147483646 attempts left). Error: NOT_LEADER_OR_FOLLOWER | Got error produce response with correlation id 57 on topic-partition out-11, retrying (2147483601 attempts left). Error: NOT_LEADER_OR_FOLLOWER
            [Producer clientId=a-1, transactionalId=a-9b2c7f70-1d7b-4b34-8b4e-2f2f0c1c5a11-1] Connection to node -1 (localhost/127.0.0.1:9092) could not be established. | [Producer clientId=a-2, transactionalId=a-0a2c7f70-1d7b-4b34-8b4e-2f2f0c1c5a11-2] Connection to node -1 (localhost/127.0.0.1:9092) could not be established.
            [Consumer clientId=a-StreamThread-1-consumer, groupId=g1] Offset commit failed on partition in-1-0 at offset 17: x. | [Consumer clientId=a-StreamThread-2-consumer, groupId=g1] Offset commit failed on partition in-1-3 at offset 1234: x.
            stream-thread [a-StreamThread-1] task was lost | stream-thread [a-StreamThread-2] task was lost
            gave up after 1.5 s | gave up after 27.25 s
            """)
    void shouldTakeForOneCauseWhatOnlyCountsUpOrComesFromAnotherClient(String first, String second) {
        assertThat(WarningCause.of(first)).isEqualTo(WarningCause.of(second));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Got error produce response with correlation id 12 on topic-partition out-0. Error: NOT_LEADER_OR_FOLLOWER | Got error produce response with correlation id 12 on topic-partition out-0. Error: UNKNOWN_TOPIC_OR_PARTITION
            Got error produce response on topic-partition out-1-0 | Got error produce response on topic-partition out-2-0
            Error while fetching metadata : {orders1=UNKNOWN_TOPIC_OR_PARTITION} | Error while fetching metadata : {orders2=UNKNOWN_TOPIC_OR_PARTITION}
            Connection to node 1 (b/10.0.0.1:9092) could not be established. | Connection to node 2 (b/10.0.0.1:9092) could not be established.
            Connection to node -1 (b/10.0.0.1:9092) could not be established. | Connection to node -1 (b/10.0.0.2:9092) could not be established.
            Connection to node -1 (b/10.0.0.1:9092) could not be established. | Connection to node -1 (b/10.0.0.1:9093) could not be established.
            [Consumer clientId=a, groupId=app-first] Not authorized | [Consumer clientId=a, groupId=app-second] Not authorized
            cannot read the settings of topic texts-1 | cannot read the settings of topic texts-2
            """)
    void shouldTellDifferentCausesApart(String first, String second) {
        assertThat(WarningCause.of(first)).isNotEqualTo(WarningCause.of(second));
    }

    @Test
    void shouldNotConsiderMoreThanTheBeginningOfALongText() {
        assertThat(WarningCause.of("x".repeat(1 << 20))).hasSize(1_000);
        assertThat(WarningCause.of("partition ".repeat(1 << 17))).hasSizeLessThanOrEqualTo(1_000);
    }
}
