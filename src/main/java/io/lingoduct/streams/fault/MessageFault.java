package io.lingoduct.streams.fault;

import java.util.function.BooleanSupplier;

/**
 * Blame for a failure, from which follows what becomes of the message at hand. Faults of the message make it a dead letter;
 * faults of the service let it be read again: nobody's message is dropped because of a fault of ours. Which exception of which package is
 * whose fault stands in {@link FaultTable} alone.
 */
public sealed interface MessageFault {

    /**
     * Whether the message becomes a dead letter; it is read again otherwise.
     *
     * @param closing true once the service ends
     * @param failedBefore counts the failure, and tells whether the message has failed like this before
     */
    default boolean isDeadLetter(BooleanSupplier closing, BooleanSupplier failedBefore) {
        return false;
    }

    /** Whether a new thread, which reads the uncommitted messages again, may do better. */
    default boolean passes() {
        return false;
    }

    /** Whether nothing but a restart of the service helps, if anything does. */
    default boolean isFinal() {
        return false;
    }

    /** The message cannot be read, translated or written, whenever that is tried. */
    record OfMessage() implements MessageFault {

        @Override
        public boolean isDeadLetter(BooleanSupplier closing, BooleanSupplier failedBefore) {
            return true;
        }
    }

    /**
     * The model has failed on a text of the message. The engine has tried the text alone, and says so when that happens to so
     * many in a row that it is the runtime that is broken. Once the service ends the runtime may be taken down, so that its
     * failure says nothing about a message any more.
     */
    record OfText() implements MessageFault {

        @Override
        public boolean isDeadLetter(BooleanSupplier closing, BooleanSupplier failedBefore) {
            return !closing.getAsBoolean();
        }
    }

    /**
     * The schema registry does not answer, or denies access.
     *
     * @param passes whether it is only away, for however long: its client has waited between its attempts
     */
    record OfRegistry(boolean passes) implements MessageFault {}

    /**
     * The brokers, the network, the access to them or the other members of the group, but no record that was sent.
     *
     * @param passes whether clients find their way back by themselves
     */
    record OfBrokers(boolean passes) implements MessageFault {}

    /** A broker has refused something that was sent, and does not tell which of the messages at hand is to blame. */
    record OfSomeRecord() implements MessageFault {}

    /**
     * The engine or this process. A time-out of the engine belongs here: it tells of too much load or too small a limit, and on
     * an idle machine the same message would pass.
     */
    record OfService(boolean isFinal) implements MessageFault {}

    /**
     * A failure that nobody foresaw. Tried again, and taken for the message's fault when it happens once more at the same
     * offset: else one message could stop its partition for good.
     */
    record Unforeseen() implements MessageFault {

        @Override
        public boolean isDeadLetter(BooleanSupplier closing, BooleanSupplier failedBefore) {
            return !closing.getAsBoolean() && failedBefore.getAsBoolean();
        }
    }

    /** Blame for one exception. Whatever an error has caused is a fault of the service. */
    static MessageFault of(Throwable failure) {
        return FaultTable.find(failure);
    }
}
