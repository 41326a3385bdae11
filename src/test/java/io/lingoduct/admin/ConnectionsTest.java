package io.lingoduct.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.eclipse.jetty.io.EndPoint;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

    private static final long LONGEST = 100;

    private final AtomicLong now = new AtomicLong();
    private final Connections connections = new Connections(3, LONGEST, now::get);

    @Test
    void shouldCloseAConnectionWhoseClientTakesTooLong() {
        var early = open();
        now.addAndGet(1);
        var late = open();

        now.set(LONGEST - 1);
        connections.closeSlow();
        assertThat(early.isOpen()).isTrue();

        now.set(LONGEST);
        connections.closeSlow();
        assertThat(early.isOpen()).isFalse();
        assertThat(late.isOpen()).isTrue();
    }

    @Test
    void shouldGiveWorkOnARequestAllTheTimeThatItTakes() {
        var connection = open();
        connections.works(connection);

        now.set(50 * LONGEST);
        connections.closeSlow();
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void shouldGiveTheClientItsFullTimeAfterTheWork() {
        var connection = open();
        connections.works(connection);
        now.set(50 * LONGEST);
        connections.waits(connection);

        now.set(51 * LONGEST - 1);
        connections.closeSlow();
        assertThat(connection.isOpen()).isTrue();

        now.set(51 * LONGEST);
        connections.closeSlow();
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void shouldGiveANewConnectionThePlaceOfTheOneThatHasWaitedLongest() {
        var working = open();
        connections.works(working);
        var answered = open();
        var oldest = open();
        connections.works(answered);
        connections.waits(answered);

        var newest = open();

        assertThat(oldest.isOpen()).isFalse();
        assertThat(working.isOpen()).isTrue();
        assertThat(answered.isOpen()).isTrue();
        assertThat(newest.isOpen()).isTrue();
    }

    @Test
    void shouldForgetClosedConnections() {
        for (int i = 0; i < 10; i++) {
            var connection = open();
            connections.works(connection);
            connections.onClosed(new Silent(connection));
            connections.waits(connection);
        }
        var first = open();
        open();
        open();

        assertThat(first.isOpen()).isTrue();
        open();
        assertThat(first.isOpen()).isFalse();
    }

    private EndPoint open() {
        var endPoint = new ByteArrayEndPoint();
        connections.onOpened(new Silent(endPoint));
        return endPoint;
    }

    private static final class Silent extends AbstractConnection {

        Silent(EndPoint endPoint) {
            super(endPoint, Runnable::run);
        }

        @Override
        public void onFillable() {}
    }
}
