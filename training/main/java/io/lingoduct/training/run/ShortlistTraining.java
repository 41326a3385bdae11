package io.lingoduct.training.run;

import io.lingoduct.model.bundle.Shortlist;
import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.loop.ProgressDisplay;
import io.lingoduct.training.shortlist.Coverage;
import io.lingoduct.training.shortlist.ShortlistLearner;
import io.lingoduct.training.shortlist.ShortlistOptions;
import io.lingoduct.training.vocabulary.Pieces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes the shortlist of a run's bundle, anew each time: its settings may differ from those of an earlier export. */
record ShortlistTraining(ShortlistOptions options, Path folder, ProgressDisplay display) {

    /**
     * @param train the training text, cut into tokens as in translating
     * @param dev what coverage is measured on
     * @return the file in the run's folder, named as in a bundle; empty where the configuration wants none
     */
    Optional<Path> learn(Vocabularies vocabularies, List<EncodedPair> train, List<EncodedPair> dev) throws IOException {
        if (!options.enabled()) {
            return Optional.empty();
        }
        display.say("Shortlist: learning from %,d pairs".formatted(train.size()));
        var source = Pieces.read(vocabularies.sourceFile());
        var target = Pieces.read(vocabularies.targetFile());
        var shortlist = ShortlistLearner.learn(train, source, target, options);
        display.say("Shortlist: " + Coverage.of(shortlist, dev));
        var file = folder.resolve(Shortlist.FILE_NAME);
        shortlist.write(file);
        return Optional.of(file);
    }
}
