package io.lingoduct.training.config;

import io.lingoduct.text.metrics.Bleu;
import io.lingoduct.text.metrics.BleuTokenizer;
import io.lingoduct.training.augment.AugmentationShares;
import io.lingoduct.training.corpus.CorpusFilter;
import io.lingoduct.training.loop.settings.TrainingConfig;
import io.lingoduct.training.network.NetworkConfig;
import io.lingoduct.training.network.SearchLimits;
import io.lingoduct.training.shortlist.ShortlistOptions;
import io.lingoduct.training.vocabulary.VocabularyOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a training configuration file says; {@link RunConfigFile} declares its keys.
 *
 * @param augmentation shares of the training pairs that are changed
 * @param network its vocabulary sizes are the ones wanted; a small corpus may reach fewer
 * @param startFrom folder of a run whose vocabulary and best weights this one starts from
 * @param text the file as it stands, for the bundle's provenance
 */
public record RunConfig(
        Model model,
        Data data,
        CorpusFilter filter,
        Vocabulary vocabulary,
        AugmentationShares augmentation,
        NetworkConfig network,
        TrainingConfig training,
        Search search,
        ShortlistOptions shortlist,
        Optional<Path> startFrom,
        String text) {

    /** The same run under another name. */
    public RunConfig withName(String other) {
        var named = new Model(other, model.version, model.sourceLanguage, model.targetLanguage);
        return with(named, network, text);
    }

    /** The same run with a network of another shape. */
    public RunConfig withNetwork(NetworkConfig other) {
        return with(model, other, text);
    }

    /** The same run with more to say for its provenance. */
    public RunConfig withText(String other) {
        return with(model, network, other);
    }

    private RunConfig with(Model newModel, NetworkConfig newNetwork, String newText) {
        return new RunConfig(
                newModel,
                data,
                filter,
                vocabulary,
                augmentation,
                newNetwork,
                training,
                search,
                shortlist,
                startFrom,
                newText);
    }

    /** Name and version of the bundle, and its languages as BCP 47 tags. */
    public record Model(String name, String version, String sourceLanguage, String targetLanguage) {}

    /** One parallel text. */
    public record Corpus(Path source, Path target) {}

    /**
     * @param credits one line per corpus: what it is and its licence
     * @param test null where there is none; touched only to report scores
     * @param scoring how BLEU is computed on dev and test
     */
    public record Data(Corpus train, Corpus dev, Corpus test, Scoring scoring, String label, List<String> credits) {

        public List<Corpus> corpora() {
            return test == null ? List.of(train, dev) : List.of(train, dev, test);
        }
    }

    /**
     * BLEU's settings. Text that is in pieces already is counted as it is.
     *
     * @param lowercase whether case is ignored
     */
    public record Scoring(BleuTokenizer tokenizer, boolean lowercase) {

        public Bleu bleu() {
            return new Bleu(tokenizer, lowercase);
        }
    }

    /** Number of vocabularies: one that the languages share, or one for each. */
    public enum Sharing {
        /** One vocabulary for both. */
        JOINT,
        /** One for each. */
        SEPARATE
    }

    /**
     * @param sourceSize tokens wanted, everything included
     * @param targetSize the same where the vocabulary is one for both
     * @param minCharacterCount rarer characters are written as bytes
     * @param dropout probability that a merge is left out when training pairs are cut into tokens
     */
    public record Vocabulary(
            VocabularyOptions.Kind kind,
            Sharing sharing,
            int sourceSize,
            int targetSize,
            int minCharacterCount,
            double dropout) {

        public boolean joint() {
            return sharing == Sharing.JOINT;
        }

        public VocabularyOptions source() {
            return new VocabularyOptions(kind, sourceSize, minCharacterCount);
        }

        public VocabularyOptions target() {
            return new VocabularyOptions(kind, targetSize, minCharacterCount);
        }
    }

    /**
     * Searches of the bundle.
     *
     * @param limits that the graph keeps
     * @param maxBeamSize largest beam that users may ask for
     * @param defaultBeamSize of a user who asks for none
     * @param lengthPenalty exponent of the length in a hypothesis' score, for a user who asks for none
     */
    public record Search(SearchLimits limits, int maxBeamSize, int defaultBeamSize, double lengthPenalty) {}
}
