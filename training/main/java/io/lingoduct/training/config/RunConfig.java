package io.lingoduct.training.config;

import io.lingoduct.training.corpus.CorpusFilter;
import io.lingoduct.training.loop.TrainingConfig;
import io.lingoduct.training.network.NetworkConfig;
import io.lingoduct.training.network.SearchLimits;
import java.nio.file.Path;
import java.util.List;

/**
 * Everything that a training configuration file says; {@link RunConfigFile} declares its keys.
 *
 * @param network its vocabulary sizes are the ones wanted; a small corpus may reach fewer
 * @param text the file as it stands, for the bundle's provenance
 */
public record RunConfig(
        String name,
        String version,
        String sourceLanguage,
        String targetLanguage,
        Data data,
        CorpusFilter filter,
        Vocabulary vocabulary,
        NetworkConfig network,
        TrainingConfig training,
        SearchLimits limits,
        Search search,
        String text) {

    /** The same run under another name. */
    public RunConfig withName(String other) {
        return new RunConfig(
                other,
                version,
                sourceLanguage,
                targetLanguage,
                data,
                filter,
                vocabulary,
                network,
                training,
                limits,
                search,
                text);
    }

    /** The same run with a network of another shape. */
    public RunConfig withNetwork(NetworkConfig other) {
        return new RunConfig(
                name,
                version,
                sourceLanguage,
                targetLanguage,
                data,
                filter,
                vocabulary,
                other,
                training,
                limits,
                search,
                text);
    }

    /** One parallel text. */
    public record Corpus(Path source, Path target) {}

    /**
     * @param credits one line per corpus: what it is and its licence
     * @param test null where there is none; touched only to report scores
     */
    public record Data(Corpus train, Corpus dev, Corpus test, String label, List<String> credits) {

        public List<Corpus> corpora() {
            return test == null ? List.of(train, dev) : List.of(train, dev, test);
        }
    }

    /**
     * @param size tokens wanted, everything included
     * @param minCharacterCount rarer characters are written as bytes
     */
    public record Vocabulary(int size, int minCharacterCount) {}

    /** Defaults that the bundle states for its users. */
    public record Search(int maxBeamSize, int defaultBeamSize, double lengthPenalty) {}
}
