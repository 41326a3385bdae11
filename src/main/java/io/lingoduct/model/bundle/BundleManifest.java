package io.lingoduct.model.bundle;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;

/**
 * Content of a bundle's {@code manifest.json} (keys in snake case). docs/bundle-format.md explains every field.
 *
 * @param formatVersion version of this format; a reader refuses versions it does not know
 * @param name bundle name, such as {@code en-de}
 * @param version model version, chosen by whoever trained it
 * @param sourceLanguage BCP 47 tag
 * @param targetLanguage BCP 47 tag
 * @param normalization name of the text normalisation applied before tokenizing, see {@code TextNormalizer}
 * @param placeholders words that the model carries best in the places of what is not translated; null where it was not trained to
 * @param quality weights with which translations are estimated; null where nobody has fitted any
 * @param files SHA-256 (lower-case hex) of every file of the bundle except the manifest, by file name
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BundleManifest(
        int formatVersion,
        String name,
        String version,
        String sourceLanguage,
        String targetLanguage,
        String normalization,
        Architecture architecture,
        Vocabulary vocabulary,
        Limits limits,
        Decoding decoding,
        Placeholders placeholders,
        List<Score> scores,
        Provenance provenance,
        Map<String, String> files,
        Quality quality) {

    /** The version that this code writes and reads. */
    public static final int FORMAT_VERSION = 1;

    /** Name of the normalisation that this code applies. */
    public static final String NORMALIZATION = "nfc-spaces-v1";

    /** A manifest to be filled in, of this format and normalisation. */
    public static Builder named(String name, String version) {
        return new Builder(name, version);
    }

    /** The same bundle with other files. */
    public BundleManifest withFiles(Map<String, String> checksums) {
        return new BundleManifest(
                formatVersion,
                name,
                version,
                sourceLanguage,
                targetLanguage,
                normalization,
                architecture,
                vocabulary,
                limits,
                decoding,
                placeholders,
                scores,
                provenance,
                checksums,
                quality);
    }

    /**
     * Sizes of the network; informative, the graph itself decides.
     *
     * @param cell {@code lstm}, {@code gru} or {@code rnn}
     * @param encoderHidden units per direction
     * @param bidirectional null where the writer did not say
     * @param inputFeeding null where the writer did not say
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonNaming(SnakeCaseStrategy.class)
    public record Architecture(
            String cell,
            int embedding,
            int encoderLayers,
            int encoderHidden,
            Boolean bidirectional,
            int decoderLayers,
            int decoderHidden,
            String attention,
            Boolean inputFeeding,
            String tiedEmbeddings,
            long parameters) {}

    /**
     * Vocabulary size and special ids, which must agree with tokenizer.json and with the graph.
     *
     * @param size tokens of tokenizer.json, which serves both languages unless there is a target vocabulary
     * @param target null where the languages share one vocabulary
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Vocabulary(int size, int padId, int bosId, int eosId, int unkId, TargetVocabulary target) {

        /** One vocabulary for both languages. */
        public static Vocabulary shared(int size, int padId, int bosId, int eosId, int unkId) {
            return new Vocabulary(size, padId, bosId, eosId, unkId, null);
        }

        public int targetSize() {
            return target == null ? size : target.size();
        }

        /** Name of the file with the target language's tokenizer. */
        public String targetTokenizer() {
            return target == null ? TokenizerFile.NAME : target.tokenizer();
        }
    }

    /**
     * The target language's own vocabulary; its special ids are those of the source.
     *
     * @param tokenizer name of its file in the bundle
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TargetVocabulary(String tokenizer, int size) {}

    /**
     * Limits of the search. The graph ends a row after {@code min(maxTargetTokens, outputRatio · sourceTokens +
     * outputOffset)} tokens, whatever its batch mates do; the ratio and the offset are constants of the graph.
     *
     * @param maxSourceTokens longest source in tokens, end-of-sentence not counted
     * @param maxTargetTokens value of the graph's input {@code max_length}
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Limits(int maxSourceTokens, int maxTargetTokens, double outputRatio, int outputOffset) {

        /**
         * Tokens after which a row ends whose source has so many, end-of-sentence included. Computed in float32, as graphs do:
         * 1.3 times 90 is less than 117 there.
         */
        public int targetTokens(long sourceTokens) {
            long scaled = (long) Math.floor((float) outputRatio * (float) sourceTokens);
            return (int) Math.min(maxTargetTokens, scaled + outputOffset);
        }
    }

    /**
     * Graph files and the defaults of the search.
     *
     * @param graphs file name per device, {@code cpu} or {@code gpu}; where {@code gpu} is absent the {@code cpu} graph serves
     * @param maxBeamSize largest beam size the graph accepts; 1 where it has no {@code beam_size} input
     * @param shortlist name of the file with the {@link Shortlist}; null where the bundle has none
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Decoding(
            Map<String, String> graphs, int maxBeamSize, int defaultBeamSize, float lengthPenalty, String shortlist) {}

    /**
     * Words for what is not translated, see {@link io.lingoduct.model.PlaceholderForm}.
     *
     * @param things for names, addresses, codes and the like
     * @param numbers for numbers, prices, dates and times
     */
    public record Placeholders(List<String> things, List<String> numbers) {}

    /**
     * What makes an estimate of a translation's quality out of what is known of it.
     *
     * @param weights by name, see {@code io.lingoduct.front.quality}
     * @param fitted what they were fitted to, in words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Quality(Map<String, Double> weights, String fitted) {}

    /**
     * One measured score.
     *
     * @param data the text that was translated, for instance {@code tatoeba-en-de test}
     * @param search {@code greedy} or {@code beam 4}
     * @param metric for instance {@code BLEU}
     * @param signature the metric's settings in sacreBLEU's notation
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Score(String data, String search, String metric, double value, String signature) {}

    /**
     * Origin of the model.
     *
     * @param config the training configuration, as text
     * @param data one line per corpus: what it is, its size and its licence
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Provenance(
            List<String> data,
            long seed,
            int epochs,
            long updates,
            double trainingHours,
            String trainedAt,
            String parity,
            String config) {}

    /** Collects the parts of a manifest; those that are left out are absent from the file. */
    public static final class Builder {

        private final String name;
        private final String version;
        private String sourceLanguage;
        private String targetLanguage;
        private Architecture architecture;
        private Vocabulary vocabulary;
        private Limits limits;
        private Decoding decoding;
        private Placeholders placeholders;
        private List<Score> scores;
        private Provenance provenance;
        private Map<String, String> files;

        private Builder(String name, String version) {
            this.name = name;
            this.version = version;
        }

        public Builder languages(String source, String target) {
            sourceLanguage = source;
            targetLanguage = target;
            return this;
        }

        public Builder architecture(Architecture network) {
            architecture = network;
            return this;
        }

        public Builder vocabulary(Vocabulary sizeAndIds) {
            vocabulary = sizeAndIds;
            return this;
        }

        public Builder limits(Limits ofSearch) {
            limits = ofSearch;
            return this;
        }

        public Builder decoding(Decoding graphsAndSearch) {
            decoding = graphsAndSearch;
            return this;
        }

        public Builder placeholders(Placeholders carried) {
            placeholders = carried;
            return this;
        }

        public Builder scores(List<Score> measured) {
            scores = measured;
            return this;
        }

        public Builder provenance(Provenance origin) {
            provenance = origin;
            return this;
        }

        /** @param checksums by file name */
        public Builder files(Map<String, String> checksums) {
            files = checksums;
            return this;
        }

        public BundleManifest build() {
            return new BundleManifest(
                    FORMAT_VERSION,
                    name,
                    version,
                    sourceLanguage,
                    targetLanguage,
                    NORMALIZATION,
                    architecture,
                    vocabulary,
                    limits,
                    decoding,
                    placeholders,
                    scores,
                    provenance,
                    files,
                    null);
        }
    }
}
