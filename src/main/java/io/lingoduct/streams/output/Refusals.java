package io.lingoduct.streams.output;

import io.lingoduct.streams.status.Origin;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Messages that were at hand when something failed, and how often. A broker refuses a batch for one of its records, and the
 * producer then fails all that is under way, so that a failure points at many messages of which one is to blame. One that has
 * been there twice is suspected: it is tried apart from its neighbours, see {@link LoneSend}, before anything is done about it.
 *
 * <p>Holds what failed lately only; whoever is forgotten has to fail twice more. Safe for many threads.
 */
public final class Refusals {

    /** Failures at one offset after which its message is looked at alone. */
    public static final int SUSPECTED_AFTER = 2;

    private static final int MOST_SUSPECTS = 50_000;

    /** Asks a broker about a single record, see {@link LoneSend}. */
    public interface Alone {

        /** Reason why the broker does not take the record; empty if it does. */
        Optional<Exception> refusal(ProducerRecord<byte[], byte[]> record);
    }

    private record Send(Origin origin, String topic) {}

    private final Map<Send, Integer> strikes = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Send, Integer> eldest) {
            return size() > MOST_SUSPECTS;
        }
    };
    private final AtomicReference<RuntimeException> givenUp = new AtomicReference<>();
    private final ThreadLocal<Origin> atHand = new ThreadLocal<>();
    private boolean fresh;

    /** The calling thread turns to a message: whatever it sends before the next one belongs to this one. */
    public void turnsTo(Origin origin) {
        atHand.set(origin);
    }

    /** The message that the calling thread is at; null before its first one. */
    Origin atHand() {
        return atHand.get();
    }

    /** Counts a send to a topic that was under way for a message and failed. */
    public synchronized void failed(Origin origin, String topic) {
        strikes.merge(new Send(origin, topic), 1, Integer::sum);
        fresh = true;
    }

    /** Whether a message is to be sent to a topic alone before it is sent with others. */
    public synchronized boolean isSuspect(Origin origin, String topic) {
        return strikes.getOrDefault(new Send(origin, topic), 0) >= SUSPECTED_AFTER;
    }

    /** Whether any send has failed since this was asked before. */
    public synchronized boolean takeFresh() {
        boolean was = fresh;
        fresh = false;
        return was;
    }

    /** Notes that nothing more can be done for a message, which ends its route. */
    public void giveUp(RuntimeException cause) {
        givenUp.compareAndSet(null, cause);
    }

    /** Cause of the last resort, noted by {@link #giveUp}; null while there is none. */
    public RuntimeException givenUp() {
        return givenUp.get();
    }
}
