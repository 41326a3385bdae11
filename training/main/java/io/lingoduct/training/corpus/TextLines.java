package io.lingoduct.training.corpus;

import io.lingoduct.training.files.UnusableFileException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The lines of a text file, plain or gzip ({@code .gz}), strictly UTF-8. */
final class TextLines {

    private static final int BUFFER = 1 << 16;
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private TextLines() {}

    /**
     * Only a line feed ends a line: a stray carriage return in one file would shift all pairs after it. A byte order mark at
     * the start is left out.
     *
     * @throws UnusableFileException if the file is missing, empty, cut short or not UTF-8
     */
    static List<String> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UnusableFileException(file, "there is no such file");
        }
        var lines = new ArrayList<String>();
        try (var in = open(file)) {
            var line = new ByteArrayOutputStream();
            while (readLine(in, line)) {
                lines.add(decode(line));
            }
        } catch (CharacterCodingException e) {
            throw new UnusableFileException(file, "line %d is not UTF-8".formatted(lines.size() + 1), e);
        } catch (ZipException e) {
            throw new UnusableFileException(file, "is not a gzip file", e);
        } catch (EOFException e) {
            throw new UnusableFileException(file, "is cut short", e);
        } catch (IOException e) {
            throw new UnusableFileException(file, "cannot be read: " + e.getMessage(), e);
        }
        if (lines.isEmpty()) {
            throw new UnusableFileException(file, "is empty");
        }
        if (lines.get(0).startsWith(BYTE_ORDER_MARK)) {
            lines.set(0, lines.get(0).substring(1));
        }
        return lines;
    }

    /** Reads the bytes up to the next line feed; false where the file has ended. */
    private static boolean readLine(InputStream in, ByteArrayOutputStream line) throws IOException {
        line.reset();
        int b = in.read();
        if (b < 0) {
            return false;
        }
        for (; b >= 0 && b != '\n'; b = in.read()) {
            line.write(b);
        }
        return true;
    }

    // A new decoder reports what is malformed; String's constructor would replace it.
    private static String decode(ByteArrayOutputStream line) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(line.toByteArray()))
                .toString();
    }

    private static InputStream open(Path file) throws IOException {
        if (!file.getFileName().toString().endsWith(".gz")) {
            return new BufferedInputStream(Files.newInputStream(file), BUFFER);
        }
        // An empty file is no gzip file, and "cut short" would be a poor word for it.
        if (Files.size(file) == 0) {
            return InputStream.nullInputStream();
        }
        var bytes = Files.newInputStream(file);
        try {
            return new BufferedInputStream(new GZIPInputStream(bytes), BUFFER);
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }
}
