package io.lingoduct.training.run;

import io.lingoduct.model.bundle.Shortlist;
import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.loop.ProgressDisplay;
import io.lingoduct.training.shortlist.ShortlistCoverage;
import io.lingoduct.training.shortlist.ShortlistLearner;
import io.lingoduct.training.shortlist.ShortlistOptions;
import io.lingoduct.training.vocabulary.Pieces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The shortlist of a run's bundle, made anew at each export: its settings may differ from those of an earlier one.
 *
 * <p>A run that starts from weights adds to the shortlist that came with them. Its own text may be a hundred sentences, and
 * a list learnt from these alone would forbid nearly all that the weights can say. Where there is none to add to, the bundle
 * gets none.
 */
final class RunShortlist {

    private final ShortlistOptions options;
    private final Vocabularies vocabularies;
    private final Optional<StartingPoint> start;
    private final Optional<Shortlist> earlier;
    private final ProgressDisplay display;

    /**
     * @param start where the weights come from; empty for random ones
     * @throws io.lingoduct.model.bundle.BundleException if the shortlist there cannot be read
     */
    RunShortlist(
            ShortlistOptions options,
            Vocabularies vocabularies,
            Optional<StartingPoint> start,
            ProgressDisplay display) {
        this.options = options;
        this.vocabularies = vocabularies;
        this.start = start;
        this.earlier = options.enabled() ? start.flatMap(from -> earlier(from, vocabularies)) : Optional.empty();
        this.display = display;
    }

    private static Optional<Shortlist> earlier(StartingPoint start, Vocabularies vocabularies) {
        return start.source()
                .shortlist()
                .map(file -> Shortlist.load(
                        file,
                        vocabularies.source().vocabularySize(),
                        vocabularies.target().vocabularySize()));
    }

    /**
     * Learns it and writes it. Where the bundle gets none, one of an earlier export goes: runs that start from this one would
     * take it for the bundle's.
     *
     * @param train the training text, cut into tokens as in translating
     * @param dev pairs that coverage is measured on
     * @param folder of the run
     * @return the file in the run's folder, named as in a bundle; empty where the bundle gets none
     */
    Optional<Path> write(List<EncodedPair> train, List<EncodedPair> dev, Path folder) throws IOException {
        var file = folder.resolve(Shortlist.FILE_NAME);
        if (!options.enabled()) {
            Files.deleteIfExists(file);
            return Optional.empty();
        }
        if (start.isPresent() && earlier.isEmpty()) {
            display.say("Shortlist: none, since %s has none to add to; the whole vocabulary is scored"
                    .formatted(start.get().folder()));
            Files.deleteIfExists(file);
            return Optional.empty();
        }
        display.say("Shortlist: learning from %,d pairs%s"
                .formatted(
                        train.size(),
                        start.map(from -> ", added to that of " + from.folder()).orElse("")));
        var source = Pieces.read(vocabularies.sourceFile());
        var target = Pieces.read(vocabularies.targetFile());
        var learnt = ShortlistLearner.learn(train, source, target, options);
        var shortlist =
                earlier.map(list -> ShortlistLearner.union(list, learnt)).orElse(learnt);
        display.say("Shortlist: " + ShortlistCoverage.of(shortlist, dev));
        shortlist.write(file);
        return Optional.of(file);
    }
}
