package io.lingoduct.training.cli;

import io.lingoduct.config.ConfigException;
import io.lingoduct.config.ConfigReader;
import io.lingoduct.config.Key;
import io.lingoduct.config.Section;
import io.lingoduct.training.corpus.CorpusFilter;
import io.lingoduct.training.loop.Precision;
import io.lingoduct.training.loop.TrainingConfig;
import io.lingoduct.training.network.NetworkConfig;
import io.lingoduct.training.network.NetworkConfig.TiedEmbeddings;
import io.lingoduct.training.network.SearchLimits;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Declares the keys of a training configuration and reads them. Paths count from the file's own folder. */
final class RunConfigFile {

    private static final Key<String> NAME = Key.string("name", "Name of the bundle, such as en-de.");
    private static final Key<String> VERSION = Key.string("version", "Version of the model, quoted.");
    private static final Key<String> SOURCE_LANGUAGE = Key.string("source-language", "BCP 47 tag.");
    private static final Key<String> TARGET_LANGUAGE = Key.string("target-language", "BCP 47 tag.");

    private static final Key<Path> SOURCE = Key.path("source", "One sentence a line, plain or .gz.");
    private static final Key<Path> TARGET = Key.path("target", "Line N translates line N of the source.");
    private static final Key<String> LABEL = Key.string("label", "What the model card calls the data.");
    private static final Key<List<String>> CREDITS = Key.strings("credits", "Origin and licence of each corpus.");

    private static final Key<Integer> MAX_WORDS = Key.integer(
                    "max-words", 1, 1000, "Longer sentences are not learnt from.")
            .orElse(60);
    private static final Key<Double> MAX_RATIO = Key.decimal(
                    "max-ratio", 1, 100, "Pairs whose lengths differ by more are not learnt from.")
            .orElse(3.0);

    private static final Key<Integer> VOCABULARY_SIZE = Key.integer(
                    "size", VocabularyBuilder.RESERVED + 1, 100_000, "Tokens, shared by both languages.")
            .orElse(8000);
    private static final Key<Integer> MIN_CHARACTER_COUNT = Key.integer(
                    "min-character-count", 1, 1_000_000, "Rarer characters are written as bytes.")
            .orElse(5);

    private static final Key<Integer> EMBEDDING =
            Key.integer("embedding", 1, 4096, "Size of an embedding.").orElse(256);
    private static final Key<Integer> ENCODER_LAYERS =
            Key.integer("encoder-layers", 1, 4, "Bidirectional LSTM layers.").orElse(1);
    private static final Key<Integer> ENCODER_HIDDEN =
            Key.integer("encoder-hidden", 1, 4096, "Units per direction.").orElse(256);
    private static final Key<Integer> DECODER_LAYERS =
            Key.integer("decoder-layers", 1, 4, "LSTM layers.").orElse(1);
    private static final Key<Integer> DECODER_HIDDEN =
            Key.integer("decoder-hidden", 1, 4096, "Units.").orElse(512);
    private static final Key<Double> DROPOUT = Key.decimal("dropout", 0, 0.9, "Share of units dropped in training.")
            .orElse(0.2);
    private static final Key<TiedEmbeddings> TIED_EMBEDDINGS = Key.choice(
                    "tied-embeddings", TiedEmbeddings.class, "Which of the three vocabulary matrices are one.")
            .orElse(TiedEmbeddings.ALL);

    private static final Key<Integer> SEED = Key.integer("seed", 0, Integer.MAX_VALUE, "Of everything that is random.")
            .orElse(1);
    private static final Key<Integer> EPOCHS = Key.integer("epochs", 1, 1000, "Passes over the data.");
    private static final Key<Integer> BATCH_TOKENS = Key.integer(
                    "batch-tokens", 1, 1_000_000, "Target tokens per update, padding included.")
            .orElse(1500);
    private static final Key<Double> LEARNING_RATE = Key.decimal(
                    "learning-rate", 1e-7, 1, "Peak of the schedule: warm-up, then linear decay.")
            .orElse(0.001);
    private static final Key<Integer> WARMUP_UPDATES = Key.integer(
                    "warmup-updates", 0, 1_000_000, "Updates until the peak.")
            .orElse(500);
    private static final Key<Double> LABEL_SMOOTHING = Key.decimal(
                    "label-smoothing", 0, 0.9, "Probability spread over all tokens.")
            .orElse(0.1);
    private static final Key<Double> CLIP_NORM = Key.decimal(
                    "clip-norm", 1e-6, 1e6, "Gradients are scaled down to this norm.")
            .orElse(1.0);
    private static final Key<Integer> THREADS =
            Key.integer("threads", 1, 256, "Threads that share each batch.").orElseFrom("all processors");
    private static final Key<Precision> PRECISION = Key.choice(
                    "precision", Precision.class, "Of the forward and backward pass; weights are float32.")
            .orElse(Precision.FLOAT32);

    private static final Key<Integer> MAX_SOURCE_TOKENS = Key.integer(
                    "max-source-tokens", 1, 10_000, "Longest segment the model is asked to translate.")
            .orElse(100);
    private static final Key<Integer> MAX_TARGET_TOKENS =
            Key.integer("max-target-tokens", 1, 10_000, "Longest translation.").orElse(250);
    private static final Key<Double> OUTPUT_RATIO = Key.decimal(
                    "output-ratio", 0.1, 100, "Target tokens allowed per source token.")
            .orElse(2.0);
    private static final Key<Integer> OUTPUT_OFFSET = Key.integer(
                    "output-offset", 0, 1000, "Target tokens allowed on top of that.")
            .orElse(10);
    private static final Key<Integer> MAX_BEAM_SIZE = Key.integer(
                    "max-beam-size", 1, 64, "Largest beam users may ask for.")
            .orElse(8);
    private static final Key<Integer> BEAM_SIZE = Key.integer(
                    "beam-size", 1, 64, "Beam used unless users ask for another.")
            .orElse(1);
    private static final Key<Double> LENGTH_PENALTY = Key.decimal(
                    "length-penalty", 0, 10, "Exponent of the length in a hypothesis' score.")
            .orElse(1.0);

    private static final Map<String, List<Key<?>>> BY_SECTION = bySection();

    private RunConfigFile() {}

    private static Map<String, List<Key<?>>> bySection() {
        var sections = new LinkedHashMap<String, List<Key<?>>>();
        sections.put("", List.of(NAME, VERSION, SOURCE_LANGUAGE, TARGET_LANGUAGE));
        sections.put("data.", List.of(LABEL, CREDITS));
        sections.put("data.{train,dev,test}.", List.of(SOURCE, TARGET));
        sections.put("cleaning.", List.of(MAX_WORDS, MAX_RATIO));
        sections.put("vocabulary.", List.of(VOCABULARY_SIZE, MIN_CHARACTER_COUNT));
        sections.put(
                "network.",
                List.of(
                        EMBEDDING,
                        ENCODER_LAYERS,
                        ENCODER_HIDDEN,
                        DECODER_LAYERS,
                        DECODER_HIDDEN,
                        DROPOUT,
                        TIED_EMBEDDINGS));
        sections.put(
                "training.",
                List.of(
                        SEED,
                        EPOCHS,
                        BATCH_TOKENS,
                        LEARNING_RATE,
                        WARMUP_UPDATES,
                        LABEL_SMOOTHING,
                        CLIP_NORM,
                        THREADS,
                        PRECISION));
        sections.put(
                "search.",
                List.of(
                        MAX_SOURCE_TOKENS,
                        MAX_TARGET_TOKENS,
                        OUTPUT_RATIO,
                        OUTPUT_OFFSET,
                        MAX_BEAM_SIZE,
                        BEAM_SIZE,
                        LENGTH_PENALTY));
        return sections;
    }

    /** The keys, one paragraph each, for help texts. */
    static String reference() {
        var text = new StringBuilder();
        BY_SECTION.forEach((section, keys) -> keys.forEach(
                key -> text.append("%s%s: %s%n    %s%n".formatted(section, key.name(), key.summary(), key.about()))));
        return text.toString();
    }

    /**
     * @throws ConfigException with all faults at once
     */
    static RunConfig read(Path file) throws IOException {
        var reader = ConfigReader.read(file);
        var root = reader.root();
        var folder = file.toAbsolutePath().getParent();
        var vocabulary = root.section("vocabulary");
        var search = root.section("search");
        var config = new RunConfig(
                root.get(NAME),
                root.get(VERSION),
                root.get(SOURCE_LANGUAGE),
                root.get(TARGET_LANGUAGE),
                data(root.section("data"), folder),
                filter(root.section("cleaning")),
                vocabulary.get(MIN_CHARACTER_COUNT),
                network(root.section("network"), vocabulary),
                training(root.section("training")),
                limits(search),
                search(search),
                Files.readString(file));
        if (!config.name().matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            root.fault(NAME.name(), "may hold letters, digits, dots, hyphens and underscores only");
        }
        if (config.sourceLanguage().equals(config.targetLanguage())) {
            root.fault(TARGET_LANGUAGE.name(), "is the source language too");
        }
        reader.finish();
        return config;
    }

    private static RunConfig.Data data(Section section, Path folder) {
        return new RunConfig.Data(
                corpus(section.section("train"), folder),
                corpus(section.section("dev"), folder),
                section.has("test") ? corpus(section.section("test"), folder) : null,
                section.get(LABEL),
                section.get(CREDITS));
    }

    private static RunConfig.Corpus corpus(Section section, Path folder) {
        var source = folder.resolve(section.get(SOURCE)).normalize();
        var target = folder.resolve(section.get(TARGET)).normalize();
        if (section.has(SOURCE.name()) && source.equals(target)) {
            section.fault(TARGET.name(), "is the source file too");
        }
        return new RunConfig.Corpus(source, target);
    }

    private static CorpusFilter filter(Section section) {
        return new CorpusFilter(section.get(MAX_WORDS), section.get(MAX_RATIO));
    }

    private static NetworkConfig network(Section section, Section vocabulary) {
        return new NetworkConfig(
                vocabulary.get(VOCABULARY_SIZE),
                section.get(EMBEDDING),
                section.get(ENCODER_LAYERS),
                section.get(ENCODER_HIDDEN),
                section.get(DECODER_LAYERS),
                section.get(DECODER_HIDDEN),
                section.get(DROPOUT),
                section.get(TIED_EMBEDDINGS));
    }

    private static TrainingConfig training(Section section) {
        return new TrainingConfig(
                section.get(SEED),
                section.get(EPOCHS),
                section.get(BATCH_TOKENS),
                section.get(LEARNING_RATE),
                section.get(WARMUP_UPDATES),
                section.get(LABEL_SMOOTHING),
                section.get(CLIP_NORM),
                section.find(THREADS).orElse(Runtime.getRuntime().availableProcessors()),
                section.get(PRECISION));
    }

    private static SearchLimits limits(Section section) {
        return new SearchLimits(
                section.get(MAX_SOURCE_TOKENS),
                section.get(MAX_TARGET_TOKENS),
                section.get(OUTPUT_RATIO),
                section.get(OUTPUT_OFFSET));
    }

    private static RunConfig.Search search(Section section) {
        int largest = section.get(MAX_BEAM_SIZE);
        int beam = section.get(BEAM_SIZE);
        if (beam > largest) {
            section.fault(BEAM_SIZE.name(), "is above " + MAX_BEAM_SIZE.name());
        }
        return new RunConfig.Search(largest, beam, section.get(LENGTH_PENALTY));
    }
}
