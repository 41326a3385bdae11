package io.lingoduct.streams.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalsTest {

    static Stream<Exception> ofRecords() {
        return Stream.of(
                new InvalidRecordException("no key"),
                new RecordTooLargeException("large"),
                new KafkaException("one of its batch was refused"));
    }

    static Stream<Exception> ofOthers() {
        return Stream.of(
                new TimeoutException("away"),
                new TopicAuthorizationException("denied"),
                new SaslAuthenticationException("password has changed"),
                new ProducerFencedException("shut out"),
                new InvalidProducerEpochException("shut out"),
                new TransactionAbortedException());
    }

    @ParameterizedTest
    @MethodSource("ofRecords")
    void shouldSuspectTheRecord(Exception failure) {
        assertThat(Refusals.mayBeOfRecord(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("ofOthers")
    void shouldNotSuspectTheRecordWhereTheServiceOrItsBrokersAreToBlame(Exception failure) {
        assertThat(Refusals.mayBeOfRecord(failure)).isFalse();
    }
}
