package io.lingoduct.training.run;

import io.lingoduct.training.bundle.TrainedBundle;
import io.lingoduct.training.network.Seq2Seq;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The weights of a bundle, wherever it was trained. */
record StartingBundle(TrainedBundle trained) implements StartingSource {

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
