package io.lingoduct.training.corpus;

import io.lingoduct.text.lines.InputFileException;
import io.lingoduct.text.lines.LineFile;
import io.lingoduct.text.segment.TextNormalizer;
import io.lingoduct.training.files.UnusableFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads parallel text: two files, one sentence a line, line N of one belongs to line N of the other. */
public final class ParallelText {

    private ParallelText() {}

    /**
     * Reads and normalises both files, plain or gzip ({@code .gz}), strictly UTF-8. Nothing is dropped here.
     *
     * @throws UnusableFileException if a file is missing, empty, not UTF-8, the two differ in length, or are the same text
     */
    public static List<SentencePair> read(Path source, Path target) {
        var sources = lines(source);
        var targets = lines(target);
        if (sources.size() != targets.size()) {
            throw new UnusableFileException(
                    target,
                    "has %,d lines, but %s has %,d; line N of one must translate line N of the other"
                            .formatted(targets.size(), source, sources.size()));
        }
        if (sources.equals(targets)) {
            throw new UnusableFileException(target, "holds the same text as " + source + ": one language twice");
        }
        var pairs = new ArrayList<SentencePair>(sources.size());
        for (int i = 0; i < sources.size(); i++) {
            var normalized = TextNormalizer.normalize(sources.get(i));
            pairs.add(new SentencePair(normalized, TextNormalizer.normalize(targets.get(i))));
        }
        return pairs;
    }

    private static List<String> lines(Path file) {
        try {
            return LineFile.read(file).lines();
        } catch (InputFileException e) {
            throw new UnusableFileException(e.file(), e.reason(), e);
        }
    }
}
