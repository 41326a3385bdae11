package io.lingoduct.training.run;

import io.lingoduct.config.ConfigException;
import io.lingoduct.config.ConfigFault;
import io.lingoduct.model.tokenizer.Tokenizer;
import io.lingoduct.training.bundle.BundleWriter;
import io.lingoduct.training.config.RunConfig;
import io.lingoduct.training.corpus.SentencePair;
import io.lingoduct.training.loop.ProgressDisplay;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import io.lingoduct.training.vocabulary.VocabularyOptions;
import io.lingoduct.training.vocabulary.VocabularyOptions.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The vocabularies of a run, in its folder: learnt once, since a resumed run must see the same ids.
 *
 * @param files named as in a bundle: one for both languages, or the source's and the target's
 * @param target the source's where the languages share one
 */
record Vocabularies(List<Path> files, Tokenizer source, Tokenizer target) implements AutoCloseable {

    /**
     * Learns what is not there yet from the training pairs.
     *
     * @throws ConfigException if a wanted size is too small for the alphabet, or far larger than the data supports
     */
    static Vocabularies of(RunConfig.Vocabulary config, Path folder, List<SentencePair> pairs, ProgressDisplay display)
            throws IOException {
        var sources = pairs.stream().map(SentencePair::source);
        var targets = pairs.stream().map(SentencePair::target);
        var file = folder.resolve(BundleWriter.TOKENIZER);
        if (config.joint()) {
            var learner = new Learner("vocabulary.size", config.source(), display);
            learner.learn("Vocabulary", Stream.concat(sources, targets), file);
            var both = Tokenizer.load(file);
            return new Vocabularies(List.of(file), both, both);
        }
        var targetFile = folder.resolve(BundleWriter.TARGET_TOKENIZER);
        new Learner("vocabulary.source-size", config.source(), display).learn("Source vocabulary", sources, file);
        new Learner("vocabulary.target-size", config.target(), display).learn("Target vocabulary", targets, targetFile);
        var source = Tokenizer.load(file);
        try {
            return new Vocabularies(List.of(file, targetFile), source, Tokenizer.load(targetFile));
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    Path sourceFile() {
        return files.get(0);
    }

    Path targetFile() {
        return files.get(files.size() - 1);
    }

    @Override
    public void close() {
        source.close();
        if (target != source) {
            target.close();
        }
    }

    /** @param sizeKey the setting to change where the size is wrong */
    private record Learner(String sizeKey, VocabularyOptions options, ProgressDisplay display) {

        void learn(String name, Stream<String> sentences, Path file) throws IOException {
            if (Files.exists(file)) {
                return;
            }
            var unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
            int reached = build(sentences, unfinished);
            requireSupported(reached);
            boolean fewer = options.kind() != Kind.CHAR && reached < options.size();
            display.say("%s: %,d tokens learnt%s"
                    .formatted(
                            name,
                            reached,
                            fewer ? "; %,d were wanted, the data supports no more".formatted(options.size()) : ""));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }

        private int build(Stream<String> sentences, Path file) throws IOException {
            try {
                return VocabularyBuilder.build(sentences::iterator, options, file);
            } catch (IllegalArgumentException e) {
                throw fault(e.getMessage());
            }
        }

        // A little less than wanted does no harm; half of it says that size and data were never meant for each other.
        private void requireSupported(int reached) {
            if (options.kind() != Kind.CHAR && reached < options.size() / 2) {
                throw fault("the training data supports %,d tokens, less than half of that; lower it, or add data"
                        .formatted(reached));
            }
        }

        private ConfigException fault(String reason) {
            var fault = new ConfigFault(sizeKey, String.valueOf(options.size()), reason);
            return new ConfigException("training configuration", List.of(fault));
        }
    }
}
