package io.lingoduct.training.run;

import io.lingoduct.model.bundle.Shortlist;
import io.lingoduct.training.bundle.BundleWriter;
import io.lingoduct.training.bundle.TrainedBundle;
import io.lingoduct.training.loop.checkpoint.StartingWeights;
import io.lingoduct.training.network.NetworkConfig;
import io.lingoduct.training.network.Seq2Seq;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Something trained that a run may start from: a bundle, or the folder of another run. */
sealed interface StartingSource {

    /** The tokenizer, or the source's and the target's, named as in a run's folder. */
    List<Path> vocabularies();

    /** The file that holds the weights. */
    Path weights();

    /** The shortlist that its translations keep to; empty where the whole vocabulary is scored, or a run has not ended. */
    Optional<Path> shortlist();

    NetworkShape shape() throws IOException;

    /** The configuration that it was trained with, and those of the runs which that one started from. */
    String history() throws IOException;

    /** Training that it has had, in words. */
    String state();

    /**
     * Gives the weights to a network of the same shape.
     *
     * @throws RuntimeException if they cannot be read
     */
    void copyInto(Seq2Seq network) throws IOException;

    /** The weights of a bundle, wherever it was trained. */
    record OfBundle(TrainedBundle trained) implements StartingSource {

        @Override
        public List<Path> vocabularies() {
            return trained.vocabularies();
        }

        @Override
        public Path weights() {
            return trained.weights();
        }

        @Override
        public Optional<Path> shortlist() {
            return trained.bundle().shortlistFile();
        }

        @Override
        public NetworkShape shape() throws IOException {
            return NetworkShape.of(trained.network());
        }

        @Override
        public String history() {
            return trained.history();
        }

        @Override
        public String state() {
            var manifest = trained.bundle().manifest();
            return "%s %s".formatted(manifest.name(), manifest.version());
        }

        @Override
        public void copyInto(Seq2Seq network) throws IOException {
            trained.copyInto(network);
        }
    }

    /** The best weights of a run. Every run leaves a description of its network for those that may start from it. */
    record OfRun(Path folder, StartingWeights best) implements StartingSource {

        private static final String CONFIG = "config.yaml";
        private static final String NETWORK = "network.json";

        static boolean isIn(Path folder) {
            return Stream.of(CONFIG, NETWORK, BundleWriter.TOKENIZER)
                    .map(folder::resolve)
                    .allMatch(Files::isRegularFile);
        }

        /** @throws io.lingoduct.training.files.UnusableFileException if the run has no weights yet */
        static OfRun open(Path folder) throws IOException {
            return new OfRun(folder, StartingWeights.of(folder));
        }

        /**
         * Leaves in a run's folder what those need that start from it.
         *
         * @param history its configuration, and that of the run which it started from itself
         */
        static void describe(NetworkConfig network, String history, Path runFolder) throws IOException {
            Files.writeString(runFolder.resolve(CONFIG), history);
            NetworkShape.of(network).write(runFolder.resolve(NETWORK));
        }

        @Override
        public List<Path> vocabularies() {
            return Stream.of(BundleWriter.TOKENIZER, BundleWriter.TARGET_TOKENIZER)
                    .map(folder::resolve)
                    .filter(Files::exists)
                    .toList();
        }

        @Override
        public Path weights() {
            return best.file();
        }

        @Override
        public Optional<Path> shortlist() {
            return Optional.of(folder.resolve(Shortlist.FILE_NAME)).filter(Files::isRegularFile);
        }

        @Override
        public NetworkShape shape() throws IOException {
            return NetworkShape.read(folder.resolve(NETWORK));
        }

        @Override
        public String history() throws IOException {
            return Files.readString(folder.resolve(CONFIG));
        }

        @Override
        public String state() {
            return String.format(Locale.ROOT, "epoch %d, dev BLEU %.2f there", best.epoch(), best.bleu());
        }

        @Override
        public void copyInto(Seq2Seq network) {
            best.copyInto(network);
        }
    }
}
