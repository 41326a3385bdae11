package io.lingoduct.text.lines;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The lines of a text file, plain or gzip ({@code .gz}), strictly UTF-8, cut as {@link LineReader} cuts them.
 *
 * @param lines at least one
 */
public record LineFile(Path path, List<String> lines) {

    private static final int BUFFER_SIZE = 1 << 16;

    /** @throws InputFileException if the file is missing, empty, damaged or not UTF-8 */
    public static LineFile read(Path path) {
        if (!Files.exists(path)) {
            throw new InputFileException(path, "there is no such file");
        }
        if (Files.isDirectory(path)) {
            throw new InputFileException(path, "is a folder, not a file");
        }
        try (var in = open(path)) {
            return new LineFile(path, readLines(path, in));
        } catch (AccessDeniedException e) {
            throw new InputFileException(path, "may not be read", e);
        } catch (ZipException e) {
            throw new InputFileException(path, "is not an intact gzip file: " + e.getMessage(), e);
        } catch (EOFException e) {
            throw new InputFileException(path, "is cut short", e);
        } catch (IOException e) {
            throw new InputFileException(path, "cannot be read: " + e.getMessage(), e);
        }
    }

    /** @throws InputFileException if the other file has another number of lines */
    public void requireSameLength(LineFile other) {
        if (lines.size() != other.lines.size()) {
            throw new InputFileException(
                    path,
                    String.format(
                            Locale.ROOT,
                            "has %,d lines, but %s has %,d; line N of one must belong to line N of the other",
                            lines.size(),
                            other.path,
                            other.lines.size()));
        }
    }

    private static List<String> readLines(Path path, InputStream in) throws IOException {
        var lines = new ArrayList<String>();
        var reader = new LineReader(in);
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.add(line);
            if (reader.malformedLines() > 0) {
                throw new InputFileException(
                        path, String.format(Locale.ROOT, "line %,d is not valid UTF-8", lines.size()));
            }
        }
        if (lines.isEmpty()) {
            throw new InputFileException(path, "is empty");
        }
        return lines;
    }

    private static InputStream open(Path path) throws IOException {
        boolean isEmpty = Files.isRegularFile(path) && Files.size(path) == 0;
        if (isEmpty) {
            return InputStream.nullInputStream(); // gzip would call it cut short
        }
        var bytes = Files.newInputStream(path);
        if (!path.toString().endsWith(".gz")) {
            return bytes;
        }
        try {
            return new GZIPInputStream(bytes, BUFFER_SIZE);
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }
}
