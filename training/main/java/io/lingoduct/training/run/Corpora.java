package io.lingoduct.training.run;

import io.lingoduct.training.config.RunConfig;
import io.lingoduct.training.corpus.ParallelText;
import io.lingoduct.training.corpus.SentencePair;
import io.lingoduct.training.files.UnusableFileException;
import io.lingoduct.training.loop.ProgressDisplay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sentences of a run, read and cleaned.
 *
 * @param train what is left after cleaning
 * @param dev as it is: nothing may be dropped from what scores are computed on
 * @param test as it is; empty where the configuration names none
 */
public record Corpora(List<SentencePair> train, List<SentencePair> dev, List<SentencePair> test) {

    /** Report on what cleaning dropped and why, in the run's folder. */
    static final String REPORT = "cleaning.md";

    /** @param folder where the report on cleaning goes */
    static Corpora read(RunConfig config, Path folder, ProgressDisplay display) throws IOException {
        var data = config.data();
        var dev = complete(data.dev());
        var test = data.test() == null ? List.<SentencePair>of() : complete(data.test());
        var train = read(data.train());
        display.say("Training data: %,d sentence pairs read".formatted(train.size()));
        var heldOut = Stream.concat(dev.stream(), test.stream())
                .map(SentencePair::source)
                .collect(Collectors.toSet());
        var cleaned = config.filter().apply(train, heldOut);
        display.say("Cleaning: " + cleaned.summary());
        var names = data.train().source().getFileName() + " and "
                + data.train().target().getFileName();
        Files.writeString(folder.resolve(REPORT), cleaned.report(names));
        if (cleaned.kept().isEmpty()) {
            throw new UnusableFileException(
                    data.train().source(),
                    "no sentence pair is left after cleaning (" + cleaned.summary()
                            + "); see cleaning.* in the configuration");
        }
        return new Corpora(cleaned.kept(), dev, test);
    }

    /**
     * Requires every text to be there, before the first is read: a mistyped name should not take minutes to be noticed.
     *
     * @throws UnusableFileException naming the first that is not
     */
    public static void requireFiles(RunConfig.Data data) {
        for (var corpus : data.corpora()) {
            for (var file : List.of(corpus.source(), corpus.target())) {
                if (!Files.isRegularFile(file)) {
                    throw new UnusableFileException(file, "there is no such file");
                }
            }
        }
    }

    private static List<SentencePair> read(RunConfig.Corpus corpus) {
        return ParallelText.read(corpus.source(), corpus.target());
    }

    private static List<SentencePair> complete(RunConfig.Corpus corpus) {
        var pairs = read(corpus);
        for (int i = 0; i < pairs.size(); i++) {
            var pair = pairs.get(i);
            if (pair.source().isEmpty() || pair.target().isEmpty()) {
                var file = pair.source().isEmpty() ? corpus.source() : corpus.target();
                throw new UnusableFileException(file, "line %d is empty; remove the pair".formatted(i + 1));
            }
        }
        return pairs;
    }
}
