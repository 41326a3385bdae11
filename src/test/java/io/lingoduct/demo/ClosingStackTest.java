package io.lingoduct.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ClosingStackTest {

    private final List<String> closed = new ArrayList<>();
    private final ClosingStack stack = new ClosingStack();

    @Test
    void shouldCloseInReverseOrder() {
        stack.add("broker", closed::add);
        stack.add("stream", closed::add);

        stack.close();

        assertThat(closed).containsExactly("stream", "broker");
    }

    @Test
    void shouldCloseOnlyOnce() {
        stack.add("broker", closed::add);

        stack.close();
        stack.close();

        assertThat(closed).containsExactly("broker");
    }

    @Test
    void shouldCloseTheRestWhenSomethingFails() {
        stack.add("broker", closed::add);
        stack.add("stream", resource -> {
            throw new IllegalStateException("does not close");
        });

        assertThatThrownBy(stack::close).hasMessage("does not close");
        assertThat(closed).containsExactly("broker");
    }

    @Test
    void shouldWaitForWhatIsStarting() {
        var mayStart = new CountDownLatch(1);
        stack.addAsync(() -> awaited(mayStart, "broker"), closed::add);
        stack.add("model", model -> mayStart.countDown());

        stack.close();

        assertThat(closed).containsExactly("broker");
    }

    @Test
    void shouldIgnoreWhatFailedToStart() {
        stack.addAsync(
                () -> {
                    throw new IllegalStateException("does not start");
                },
                broker -> closed.add("broker"));

        stack.close();

        assertThat(closed).isEmpty();
    }

    @Test
    void shouldCloseAtOnceWhatComesTooLate() {
        stack.close();

        assertThatThrownBy(() -> stack.add("late", closed::add)).isInstanceOf(CancellationException.class);
        assertThat(closed).containsExactly("late");
    }

    private static String awaited(CountDownLatch latch, String value) {
        try {
            latch.await();
            return value;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
