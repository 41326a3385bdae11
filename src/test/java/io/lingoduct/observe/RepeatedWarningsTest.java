package io.lingoduct.observe;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class RepeatedWarningsTest {

    private static final class SetClock extends Clock {

        private Instant now = Instant.parse("2026-01-31T12:00:00Z");

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
    }

    private final LoggerContext context = new LoggerContext();
    private final ListAppender<ILoggingEvent> seen = new ListAppender<>();
    private final SetClock clock = new SetClock();
    private final RepeatedWarnings warnings = new RepeatedWarnings(clock);
    private final Logger log = context.getLogger("io.example.Client");

    @BeforeEach
    void attach() {
        seen.setContext(context);
        seen.start();
        warnings.setContext(context);
        warnings.addAppender(seen);
        warnings.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(warnings);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void shouldFoldAFlood() {
        for (int i = 0; i < 1_000; i++) {
            log.warn("Got error {} with correlation id {}", "GONE", i);
        }
        clock.now = clock.now.plusSeconds(60);
        warnings.tellWhatIsDue();

        assertThat(seen.list)
                .extracting(event -> event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage())
                .containsExactly(
                        "WARN io.example.Client Got error GONE with correlation id 0",
                        "WARN io.example.Client 999 times more within a minute, 1000 times since 2026-01-31T12:00:00Z:"
                                + " Got error GONE with correlation id 999");
        assertThat(seen.list.get(1).getInstant()).isEqualTo(clock.now);
    }

    @Test
    void shouldTellExceptionsApart() {
        log.warn("failed", new IllegalStateException("disk full"));
        log.warn("failed", new IllegalStateException("no such host"));
        log.warn("failed", new IllegalStateException("disk full", new IllegalArgumentException("quota")));
        log.warn("failed", new IllegalStateException("disk full"));

        assertThat(seen.list).hasSize(3);
    }

    @Test
    void shouldLetErrorsAndNewsPass() {
        for (int i = 0; i < 5; i++) {
            log.error("broken");
            log.info("alive");
        }

        assertThat(seen.list).hasSize(10);
    }

    @Test
    void shouldTellWhatItHeldBackWhenItStops() {
        log.warn("broker away");
        log.warn("broker away");
        warnings.stop();

        assertThat(seen.list).hasSize(2);
        assertThat(seen.list.get(1).getFormattedMessage())
                .startsWith("once more")
                .endsWith("broker away");
    }
}
