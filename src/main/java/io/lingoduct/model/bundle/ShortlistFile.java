package io.lingoduct.model.bundle;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads and writes a {@link Shortlist} as text: a line with the format's name and version, a line with the frequent ids, then
 * a line for each source id from 0 on. The ids of a line ascend, each once, with one space between; a line may be empty.
 */
final class ShortlistFile {

    private static final String HEADER = "lingoduct-shortlist 1";
    private static final int LINES_BEFORE_CANDIDATES = 2;

    private final Path file;
    private final int targetVocabulary;

    private ShortlistFile(Path file, int targetVocabulary) {
        this.file = file;
        this.targetVocabulary = targetVocabulary;
    }

    static Shortlist read(Path file, int sourceVocabulary, int targetVocabulary) {
        BundleFile.require(file, BundleLimits.SHORTLIST_BYTES);
        try (var reader = Files.newBufferedReader(file)) {
            return new ShortlistFile(file, targetVocabulary).read(reader, sourceVocabulary);
        } catch (CharacterCodingException e) {
            throw new BundleException(file, "is not UTF-8", e);
        } catch (IOException e) {
            throw new BundleException(file, "cannot be read: " + e, e);
        }
    }

    static void write(Path file, Shortlist shortlist) throws IOException {
        var candidates = IntStream.range(0, shortlist.sourceVocabulary()).mapToObj(shortlist::candidates);
        var lists = Stream.concat(Stream.of(shortlist.frequent()), candidates).map(ShortlistFile::line);
        Files.writeString(
                file,
                Stream.concat(Stream.of(HEADER), lists).map(line -> line + "\n").collect(Collectors.joining()));
    }

    private static String line(int[] ids) {
        return Arrays.stream(ids).mapToObj(String::valueOf).collect(Collectors.joining(" "));
    }

    private Shortlist read(BufferedReader reader, int sourceVocabulary) throws IOException {
        int lines = sourceVocabulary + LINES_BEFORE_CANDIDATES;
        if (!HEADER.equals(reader.readLine())) {
            throw fault(1, "expected \"" + HEADER + "\"");
        }
        var lists = new ArrayList<int[]>(lines - 1);
        for (int number = 2; number <= lines; number++) {
            var line = reader.readLine();
            if (line == null) {
                throw fault(number, "is missing; %,d source ids need %,d lines".formatted(sourceVocabulary, lines));
            }
            lists.add(ids(line, number));
        }
        if (reader.readLine() != null) {
            throw fault(lines + 1, "is one too many; %,d source ids need %,d lines".formatted(sourceVocabulary, lines));
        }
        return Shortlist.of(targetVocabulary, lists.get(0), List.copyOf(lists.subList(1, lists.size())));
    }

    private int[] ids(String line, int number) {
        if (line.isEmpty()) {
            return new int[0];
        }
        var words = line.split(" ", -1);
        var ids = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            ids[i] = id(words[i], number);
        }
        var fault = Shortlist.fault(ids, targetVocabulary);
        if (!fault.isEmpty()) {
            throw fault(number, fault);
        }
        return ids;
    }

    private int id(String word, int number) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw new BundleException(file, "line %d: \"%s\" is not an id".formatted(number, word), e);
        }
    }

    private BundleException fault(int number, String reason) {
        return new BundleException(file, "line %d: %s".formatted(number, reason));
    }
}
