package io.lingoduct.tools.deadletters;

import io.lingoduct.tools.KafkaToolException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/**
 * Runs of offsets as text that fits beside a committed offset: gaps and lengths as varints, deflated, in base64.
 */
final class OffsetRuns {

    private static final String VERSION = "replayed:1:";

    /** Offsets {@code first} to {@code last}, both included. */
    record Run(long first, long last) {

        boolean contains(long offset) {
            return first <= offset && offset <= last;
        }
    }

    private OffsetRuns() {}

    /**
     * @param base an offset not after the first run
     * @param runs ascending
     * @return empty where there are no runs
     */
    static String encode(long base, List<Run> runs) {
        if (runs.isEmpty()) {
            return "";
        }
        var bytes = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(bytes)) {
            var out = EncoderFactory.get().directBinaryEncoder(deflater, null);
            out.writeInt(runs.size());
            long end = base;
            for (var run : runs) {
                out.writeLong(run.first() - end);
                out.writeLong(run.last() - run.first());
                end = run.last();
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return VERSION + Base64.getEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /**
     * @param base the offset that stands beside the text
     * @throws KafkaToolException if somebody else has written the text
     */
    static List<Run> decode(long base, String text) {
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        if (!text.startsWith(VERSION)) {
            throw new KafkaToolException(
                    "the consumer group's offsets were committed by another program; name another --group");
        }
        var runs = new ArrayList<Run>();
        try {
            var deflated = Base64.getDecoder().decode(text.substring(VERSION.length()));
            var in = DecoderFactory.get()
                    .directBinaryDecoder(new InflaterInputStream(new ByteArrayInputStream(deflated)), null);
            long end = base;
            for (int left = in.readInt(); left > 0; left--) {
                long first = end + in.readLong();
                end = first + in.readLong();
                runs.add(new Run(first, end));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new KafkaToolException("the consumer group's offsets are damaged; name another --group", e);
        }
        return runs;
    }
}
