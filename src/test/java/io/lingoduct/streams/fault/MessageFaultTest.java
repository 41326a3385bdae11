package io.lingoduct.streams.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.engine.BrokenModelException;
import io.lingoduct.engine.EngineClosedException;
import io.lingoduct.engine.SegmentTimeoutException;
import io.lingoduct.model.TranslationException;
import io.lingoduct.registry.RegistryUnavailableException;
import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.streams.fault.MessageFault.OfBrokers;
import io.lingoduct.streams.fault.MessageFault.OfMessage;
import io.lingoduct.streams.fault.MessageFault.OfRegistry;
import io.lingoduct.streams.fault.MessageFault.OfService;
import io.lingoduct.streams.fault.MessageFault.OfSomeRecord;
import io.lingoduct.streams.fault.MessageFault.OfText;
import io.lingoduct.streams.fault.MessageFault.Unforeseen;
import io.lingoduct.streams.status.Origin;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageFaultTest {

    private static final BooleanSupplier NO = () -> false;
    private static final BooleanSupplier YES = () -> true;

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
        assertThat(MessageFault.of(failure)).isEqualTo(new OfSomeRecord());
    }

    @ParameterizedTest
    @MethodSource("ofOthers")
    void shouldNotSuspectTheRecordWhereTheServiceOrItsBrokersAreToBlame(Exception failure) {
        assertThat(MessageFault.of(failure)).isInstanceOf(OfBrokers.class);
    }

    static Stream<Exception> ofMessages() {
        return Stream.of(
                new MalformedMessageException("no JSON"),
                new MessageTooLargeException(3, "out", 2),
                new OutputRefusedException("out", "no key"),
                new UnknownLanguageException("no language"),
                new NoModelException("no model"));
    }

    @ParameterizedTest
    @MethodSource("ofMessages")
    void shouldMakeADeadLetterOfAMessageThatIsToBlame(Exception failure) {
        assertThat(MessageFault.of(failure)).isEqualTo(new OfMessage());
        assertThat(MessageFault.of(failure).isDeadLetter(YES, NO)).isTrue();
    }

    static Stream<Exception> ofTheService() {
        return Stream.of(
                new EngineClosedException("closed"),
                new SegmentTimeoutException(Duration.ofSeconds(1)),
                new CancellationException("the service stops"),
                new TranslationException("the batch failed", new OutOfMemoryError("heap")),
                new MalformedMessageException("no JSON", new OutOfMemoryError("heap")));
    }

    @ParameterizedTest
    @MethodSource("ofTheService")
    void shouldReadAMessageAgainWhereTheServiceIsToBlame(Exception failure) {
        assertThat(MessageFault.of(failure)).isEqualTo(new OfService(false));
        assertThat(MessageFault.of(failure).isDeadLetter(NO, YES)).isFalse();
    }

    @Test
    void shouldBlameATextOnlyAsLongAsTheRuntimeIsThere() {
        var fault = MessageFault.of(new TranslationException("the batch failed"));

        assertThat(fault).isEqualTo(new OfText());
        assertThat(fault.isDeadLetter(NO, NO)).isTrue();
        assertThat(fault.isDeadLetter(YES, NO)).isFalse();
    }

    @Test
    void shouldBlameAMessageForWhatNobodyForesawOnlyTheSecondTime() {
        var fault = MessageFault.of(new IllegalStateException("a fault of ours"));

        assertThat(fault).isEqualTo(new Unforeseen());
        assertThat(fault.isDeadLetter(NO, NO)).isFalse();
        assertThat(fault.isDeadLetter(NO, YES)).isTrue();
        assertThat(fault.isDeadLetter(YES, YES)).isFalse();
    }

    @Test
    void shouldWaitForARegistryThatIsAwayWhateverKeepsItAway() {
        var fault = MessageFault.of(new RegistryUnavailableException("away"));

        assertThat(fault).isEqualTo(new OfRegistry(true));
        assertThat(fault.passes()).isTrue();
        assertThat(fault.isDeadLetter(NO, YES)).isFalse();
    }

    @Test
    void shouldHopeForNothingButARestartWhereTheModelIsBroken() {
        var cause = new TranslationException("the batch failed", new OutOfMemoryError("device"));

        assertThat(MessageFault.of(new BrokenModelException(20, cause)).isFinal())
                .isTrue();
        assertThat(MessageFault.of(new DeadLetterRefusedException(
                                new Origin("in", 0, 1), "dead", new InvalidRecordException("no")))
                        .isFinal())
                .isTrue();
        assertThat(MessageFault.of(new EngineClosedException("closed")).isFinal())
                .isFalse();
    }
}
