package io.lingoduct.streams.fault;

import io.lingoduct.engine.BrokenModelException;
import io.lingoduct.engine.EngineClosedException;
import io.lingoduct.engine.SegmentTimeoutException;
import io.lingoduct.model.SegmentTooLongException;
import io.lingoduct.model.TranslationException;
import io.lingoduct.registry.RegistryDeniedException;
import io.lingoduct.registry.RegistryUnavailableException;
import io.lingoduct.registry.SchemaRefusedException;
import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.streams.fault.MessageFault.OfBrokers;
import io.lingoduct.streams.fault.MessageFault.OfMessage;
import io.lingoduct.streams.fault.MessageFault.OfRegistry;
import io.lingoduct.streams.fault.MessageFault.OfService;
import io.lingoduct.streams.fault.MessageFault.OfSomeRecord;
import io.lingoduct.streams.fault.MessageFault.OfText;
import io.lingoduct.streams.fault.MessageFault.Unforeseen;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.errors.TaskMigratedException;

/** Every exception that is expected while messages flow, and who is to blame for it. The first row that fits counts. */
final class FaultTable {

    private record Row(Class<? extends Exception> type, MessageFault fault) {

        boolean fits(Throwable failure) {
            return type.isInstance(failure);
        }
    }

    /** Those that say the same whatever has caused them. */
    private static final List<Row> OF_THE_SERVICE = List.of(
            new Row(BrokenModelException.class, new OfService(true)),
            new Row(DeadLetterRefusedException.class, new OfService(true)),
            new Row(EngineClosedException.class, new OfService(false)),
            new Row(SegmentTimeoutException.class, new OfService(false)),
            new Row(CancellationException.class, new OfService(false)),
            new Row(RegistryUnavailableException.class, new OfRegistry(true)),
            new Row(RegistryDeniedException.class, new OfRegistry(false)),
            new Row(MissingTopicException.class, new OfBrokers(false)),
            new Row(RetriableException.class, new OfBrokers(true)),
            new Row(ProducerFencedException.class, new OfBrokers(true)),
            new Row(TaskMigratedException.class, new OfBrokers(true)),
            new Row(TaskCorruptedException.class, new OfBrokers(true)),
            new Row(AuthorizationException.class, new OfBrokers(false)),
            new Row(AuthenticationException.class, new OfBrokers(false)),
            new Row(InvalidProducerEpochException.class, new OfBrokers(false)),
            new Row(InvalidPidMappingException.class, new OfBrokers(false)),
            new Row(InvalidTxnStateException.class, new OfBrokers(false)),
            new Row(OutOfOrderSequenceException.class, new OfBrokers(false)),
            new Row(TransactionAbortedException.class, new OfBrokers(false)),
            new Row(KafkaException.class, new OfSomeRecord()));

    /** Those that blame a message, unless an error has caused them. */
    private static final List<Row> OF_THE_MESSAGE = List.of(
            new Row(MalformedMessageException.class, new OfMessage()),
            new Row(ExpiredMessageException.class, new OfMessage()),
            new Row(UnknownLanguageException.class, new OfMessage()),
            new Row(NoModelException.class, new OfMessage()),
            new Row(SegmentTooLongException.class, new OfMessage()),
            new Row(SchemaRefusedException.class, new OfMessage()),
            new Row(MessageTooLargeException.class, new OfMessage()),
            new Row(OutputRefusedException.class, new OfMessage()),
            new Row(TranslationException.class, new OfText()));

    private FaultTable() {}

    static MessageFault find(Throwable failure) {
        return find(OF_THE_SERVICE, failure)
                .or(() -> isCausedByError(failure) ? Optional.of(new OfService(false)) : Optional.empty())
                .or(() -> find(OF_THE_MESSAGE, failure))
                .orElseGet(Unforeseen::new);
    }

    private static Optional<MessageFault> find(List<Row> rows, Throwable failure) {
        return rows.stream().filter(row -> row.fits(failure)).findFirst().map(Row::fault);
    }

    private static boolean isCausedByError(Throwable failure) {
        return failure != null && (failure instanceof Error || isCausedByError(failure.getCause()));
    }
}
