package io.lingoduct.training.corpus;

import io.lingoduct.text.TextNormalizer;
import io.lingoduct.training.files.UnusableFileException;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads parallel text: two files, one sentence a line, line N of one belongs to line N of the other. */
public final class ParallelText {

    private ParallelText() {}

    /**
     * Reads and normalises both files, plain or gzip ({@code .gz}), strictly UTF-8. Nothing is dropped here.
     *
     * @throws UnusableFileException if a file is missing, empty, not UTF-8, or the two differ in length
     */
    public static List<SentencePair> read(Path source, Path target) {
        var sources = readLines(source);
        var targets = readLines(target);
        if (sources.size() != targets.size()) {
            throw new UnusableFileException(
                    target,
                    "has %,d lines, but %s has %,d; line N of one must translate line N of the other"
                            .formatted(targets.size(), source, sources.size()));
        }
        if (sources.isEmpty()) {
            throw new UnusableFileException(source, "is empty");
        }
        var pairs = new ArrayList<SentencePair>(sources.size());
        for (int i = 0; i < sources.size(); i++) {
            pairs.add(new SentencePair(sources.get(i), targets.get(i)));
        }
        return pairs;
    }

    private static List<String> readLines(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UnusableFileException(file, "there is no such file");
        }
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var lines = new ArrayList<String>();
        try (var reader = new BufferedReader(new InputStreamReader(open(file), decoder))) {
            for (var line = readLine(reader); line != null; line = readLine(reader)) {
                lines.add(TextNormalizer.normalize(lines.isEmpty() ? withoutMark(line) : line));
            }
        } catch (CharacterCodingException e) {
            throw new UnusableFileException(file, "is not UTF-8, some lines after line " + lines.size(), e);
        } catch (ZipException e) {
            throw new UnusableFileException(file, "is not a gzip file", e);
        } catch (EOFException e) {
            throw new UnusableFileException(file, "is cut short", e);
        } catch (IOException e) {
            throw new UnusableFileException(file, "cannot be read: " + e.getMessage(), e);
        }
        return lines;
    }

    // Only a line feed ends a line: a stray carriage return in one file would shift all pairs after it.
    private static String readLine(Reader reader) throws IOException {
        var line = new StringBuilder();
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = reader.read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    private static String withoutMark(String firstLine) {
        return firstLine.startsWith("\ufeff") ? firstLine.substring(1) : firstLine;
    }

    private static InputStream open(Path file) throws IOException {
        var bytes = Files.newInputStream(file);
        if (!file.getFileName().toString().endsWith(".gz")) {
            return bytes;
        }
        try {
            return new GZIPInputStream(bytes);
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }
}
