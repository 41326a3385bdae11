package io.lingoduct.training.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lingoduct.training.files.UnusableFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The metrics of a run as JSON lines, one event each. A line counts once its line break is written: what a crash cut
 * short is ignored by readers and removed when the log is opened again.
 */
public final class RunLog implements AutoCloseable {

    /** The log's name in the folder of a run. */
    public static final String FILE_NAME = "metrics.jsonl";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final FileChannel channel;

    private RunLog(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens a log to go on at its end, or makes a new one. */
    public static RunLog open(Path file) throws IOException {
        long whole = Files.exists(file) ? wholeLines(Files.readAllBytes(file)) : 0;
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            channel.truncate(whole).position(whole);
            return new RunLog(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Writes one event and hands it to the operating system: the end of this process does not lose it.
     *
     * @throws IOException if the event was not written, such as on a full disk; nothing of it stays in the log
     */
    public void append(RunEvent event) throws IOException {
        var line = ByteBuffer.wrap((JSON.writeValueAsString(event) + "\n").getBytes(StandardCharsets.UTF_8));
        long start = channel.position();
        try {
            while (line.hasRemaining()) {
                channel.write(line);
            }
        } catch (IOException e) {
            // Or the next event would go on in the middle of this one.
            channel.truncate(start);
            throw e;
        }
    }

    /**
     * All events in the order in which they were written; {@link RunHistory} makes sense of resumes.
     *
     * @throws UnusableFileException if a line is no event; a last line without a line break is left out
     */
    public static List<RunEvent> read(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var text = new String(bytes, 0, wholeLines(bytes), StandardCharsets.UTF_8);
        var events = new ArrayList<RunEvent>();
        int number = 0;
        for (var line : text.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                events.add(parse(file, number, line));
            }
        }
        return events;
    }

    private static RunEvent parse(Path file, int number, String line) {
        try {
            return JSON.readValue(line, RunEvent.class);
        } catch (JsonProcessingException e) {
            throw new UnusableFileException(
                    file, "line " + number + " is no event of a run: " + e.getOriginalMessage(), e);
        }
    }

    /** The number of bytes up to and with the last line break. */
    private static int wholeLines(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
