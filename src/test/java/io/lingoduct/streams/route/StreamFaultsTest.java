package io.lingoduct.streams.route;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.engine.BrokenModelException;
import io.lingoduct.streams.fault.DeadLetterRefusedException;
import io.lingoduct.streams.fault.MessageFault;
import io.lingoduct.streams.output.Refusals;
import io.lingoduct.streams.status.Origin;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class StreamFaultsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Refusals refusals = new Refusals();
    private final AtomicBoolean aborted = new AtomicBoolean();
    private final StreamFaults faults = new StreamFaults(refusals, aborted::get, nanos::get);

    @Test
    void shouldReplaceAThreadThatFailedForATimeout() {
        assertThat(faults.handle(new StreamsException("x", new TimeoutException("broker away"))))
                .isEqualTo(REPLACE_THREAD);
        assertThat(faults.fatal()).isNull();
    }

    @Test
    void shouldEndTheStreamAtAFaultOfOurs() {
        var fault = new IllegalStateException("engine closed");

        assertThat(faults.handle(new StreamsException("x", fault))).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(faults.fatal()).isSameAs(fault);
    }

    @Test
    void shouldEndTheStreamAtAnError() {
        assertThat(faults.handle(new OutOfMemoryError("heap"))).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void shouldEndTheStreamWhenTimeDoesNotHealIt() {
        for (int i = 0; i < StreamFaults.MAX_REPLACEMENTS; i++) {
            assertThat(faults.handle(new TimeoutException("broker away"))).isEqualTo(REPLACE_THREAD);
        }

        assertThat(faults.handle(new TimeoutException("broker away"))).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void shouldForgetFaultsAfterAWhile() {
        for (int i = 0; i < StreamFaults.MAX_REPLACEMENTS; i++) {
            faults.handle(new TimeoutException("broker away"));
        }
        nanos.addAndGet(StreamFaults.WITHIN_NANOS + 1);

        assertThat(faults.handle(new TimeoutException("broker away"))).isEqualTo(REPLACE_THREAD);
    }

    @Test
    void shouldReplaceAThreadWhoseRecordWasRefusedWhateverTheClientCallsIt() {
        refusals.failed(new Origin("in", 0, 5), "out");

        assertThat(faults.handle(new StreamsException("x", new IllegalStateException("fatal state"))))
                .isEqualTo(REPLACE_THREAD);
        assertThat(faults.handle(new StreamsException("x", new IllegalStateException("fatal state"))))
                .isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void shouldEndForGoodAtABrokenModelWhateverBrokeIt() {
        var broken = new BrokenModelException(20, new IllegalStateException("no memory on the device"));

        assertThat(faults.handle(new StreamsException("x", broken))).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(faults.fatal()).isSameAs(broken);
        assertThat(MessageFault.of(faults.fatal()).isFinal()).isTrue();
    }

    @Test
    void shouldEndForGoodWhereEvenADeadLetterIsRefused() {
        var refused = new DeadLetterRefusedException(
                new Origin("in", 3, 5), "dead", new InvalidRecordException("no such luck"));
        refusals.giveUp(refused);

        assertThat(faults.handle(new TimeoutException("broker away"))).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(faults.fatal()).isSameAs(refused);
        assertThat(MessageFault.of(faults.fatal()).isFinal()).isTrue();
        assertThat(refused).hasMessageContaining("in-3 offset 5").hasMessageContaining("dead");
    }

    @Test
    void shouldReplaceNoThreadOfAStreamThatHasBeenAborted() {
        aborted.set(true);

        assertThat(faults.handle(new StreamsException("x", new TimeoutException("closed forcefully"))))
                .isEqualTo(SHUTDOWN_CLIENT);
    }
}
