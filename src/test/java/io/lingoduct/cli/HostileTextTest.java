package io.lingoduct.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lingoduct.config.ConfigException;
import io.lingoduct.config.ConfigFault;
import io.lingoduct.observe.StandardStreams;
import io.lingoduct.streams.deadletter.DeadLetters;
import io.lingoduct.tools.KafkaToolException;
import io.lingoduct.tools.deadletters.DeadLetter;
import io.lingoduct.tools.deadletters.DeadLetterList;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What comes from messages, headers or brokers must not steer the terminal of whoever looks at it. */
class HostileTextTest {

    private static final String HOSTILE = "\u001B[2J\u001B]0;owned\u0007\r\nforged \u009B31m \u202Etxt.exe\u2028";
    private static final String SHOWN = "\\u001B[2J\\u001B]0;owned\\u0007\\r\\nforged \\u009B31m \\u202Etxt.exe\\u2028";

    @Command(name = "fails")
    private static final class Failing implements Callable<Integer> {

        private final Exception fault;

        private Failing(Exception fault) {
            this.fault = fault;
        }

        @Override
        public Integer call() throws Exception {
            throw fault;
        }
    }

    @Test
    void shouldEscapeDeadLettersInATable() {
        var table = listed(false);

        assertThat(table.lines()).hasSize(2);
        assertThat(table.split(Pattern.quote(SHOWN), -1))
                .as(
                        "before and after topic, stage, message, key and value; of the exception stands what follows its package")
                .hasSize(6);
        assertThat(table).contains("  exe\\u2028  ");
        assertIsTame(table);
    }

    @Test
    void shouldEscapeDeadLettersInJsonWhichStaysTheSame() throws Exception {
        var json = listed(true);

        assertThat(json.lines()).hasSize(1);
        assertIsTame(json);
        assertThat(new ObjectMapper().readTree(json).get("message").textValue()).isEqualTo(HOSTILE);
        assertThat(new ObjectMapper().readTree(json).get("value").textValue()).isEqualTo(HOSTILE);
    }

    @Test
    void shouldReportFaultsInOneLine() {
        for (var fault : List.of(
                new KafkaToolException("no such topic: " + HOSTILE), new KafkaException("refused: " + HOSTILE))) {
            var said = reported(fault, false);

            assertThat(said).contains(SHOWN).hasLineCount(1);
            assertIsTame(said);
        }
    }

    @Test
    void shouldReportEachFaultOfAConfigurationInALineOfItsOwn() {
        var first = new ConfigFault("routes[0].to", "x", "is wrong");
        var second = new ConfigFault("routes[1].to", "y", "is wrong\u001B[2J");

        var said = reported(new ConfigException("lingoduct.yaml", List.of(first, second)), false);

        assertThat(said).hasLineCount(2);
        assertIsTame(said);
    }

    @Test
    void shouldTraceFaultsWithoutWhatATerminalObeys() {
        var said = reported(new KafkaToolException("outer", new IllegalStateException(HOSTILE)), true);

        assertThat(said.lines())
                .contains("Caused by: java.lang.IllegalStateException: " + SHOWN)
                .anyMatch(line -> line.startsWith("\tat io.lingoduct.cli."));
        assertIsTame(said);
    }

    @Test
    void shouldSayOneLine() {
        var err = new ByteArrayOutputStream();
        new StandardStreams(
                        InputStream.nullInputStream(),
                        OutputStream.nullOutputStream(),
                        new PrintStream(err, true, UTF_8),
                        false)
                .say("left, because there is no topic " + HOSTILE);

        assertThat(err.toString(UTF_8)).isEqualToIgnoringNewLines("left, because there is no topic " + SHOWN);
    }

    private static void assertIsTame(String text) {
        assertThat(text.replace(System.lineSeparator(), "").codePoints())
                .noneMatch(character -> character != '\t' && Character.isISOControl(character)
                        || character == 0x202E
                        || character == 0x2028);
    }

    private static String reported(Exception fault, boolean withStackTrace) {
        var err = new StringWriter();
        var reports = new FaultReports(withStackTrace);
        new CommandLine(new Failing(fault))
                .setExecutionExceptionHandler(reports)
                .setErr(new PrintWriter(err, true))
                .execute();
        return err.toString();
    }

    private static String listed(boolean json) {
        var out = new ByteArrayOutputStream();
        var list = DeadLetterList.of(json, new PrintStream(out, true, UTF_8), true);
        list.add(letter());
        list.end();
        return out.toString(UTF_8);
    }

    private static DeadLetter letter() {
        var hostile = HOSTILE.getBytes(UTF_8);
        var headers = new RecordHeaders();
        for (var name : List.of(DeadLetters.TOPIC, DeadLetters.EXCEPTION, DeadLetters.MESSAGE, DeadLetters.NODE)) {
            headers.add(name, hostile);
        }
        return new DeadLetter(new ConsumerRecord<>(
                "letters", 0, 0, 0, TimestampType.CREATE_TIME, 1, 1, hostile, hostile, headers, Optional.empty()));
    }
}
