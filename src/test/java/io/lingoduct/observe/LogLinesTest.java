package io.lingoduct.observe;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lines that {@code logback.xml} makes. */
class LogLinesTest {

    private final LoggerContext context = new LoggerContext();
    private ConsoleAppender<ILoggingEvent> stderr;

    @BeforeEach
    void configure() throws Exception {
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(LogLinesTest.class.getResource("/logback.xml"));
        var folded =
                (RepeatedWarnings) context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("folded");
        stderr = (ConsoleAppender<ILoggingEvent>) folded.getAppender("stderr");
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void shouldCarryDateTimeAndZone() {
        assertThat(line("ready", null))
                .matches(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(?:Z|[+-]\\d\\d:\\d\\d) WARN  LogLines: ready\\R");
    }

    @Test
    void shouldHoldNothingThatATerminalObeys() {
        var fault = new IllegalStateException("bad header \u001B]0;x\u0007\nERROR forged: line");

        var lines = line("topic \u202Etxt\u009B31m\r\n2026-01-31T12:00:00.000Z ERROR forged: line", fault);

        assertThat(lines.lines())
                .anyMatch(line -> line.endsWith(
                        "LogLines: topic \\u202Etxt\\u009B31m\\r\\n2026-01-31T12:00:00.000Z ERROR forged: line"))
                .anyMatch(line -> line.equals(
                        "java.lang.IllegalStateException: bad header" + " \\u001B]0;x\\u0007\\nERROR forged: line"))
                .anyMatch(line -> line.startsWith("\tat io.lingoduct.observe.LogLinesTest."))
                .noneMatch(line -> line.startsWith("ERROR") || line.startsWith("2026-01-31"));
        assertThat(lines).doesNotContain("\u001B", "\u0007", "\u009B", "\u202E");
    }

    private String line(String message, Throwable fault) {
        var logger = context.getLogger("io.lingoduct.LogLines");
        var event = new LoggingEvent(LogLinesTest.class.getName(), logger, Level.WARN, message, fault, null);
        return new String(stderr.getEncoder().encode(event), StandardCharsets.UTF_8);
    }
}
