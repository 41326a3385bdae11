package io.lingoduct.training.config;

import io.lingoduct.config.ConfigException;
import io.lingoduct.config.ConfigReader;
import io.lingoduct.config.Key;
import io.lingoduct.config.Section;
import io.lingoduct.config.names.LanguageTag;
import io.lingoduct.training.network.NetworkConfig;
import io.lingoduct.training.network.NetworkConfig.TiedEmbeddings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a training configuration; each section declares its own keys. Paths count from the file's own folder.
 */
public final class RunConfigFile {

    private static final Key<String> NAME = Key.string("name", "Name of the bundle, such as en-de.");
    private static final Key<String> VERSION = Key.string("version", "Version of the model, such as 1.10.");
    private static final Key<String> SOURCE_LANGUAGE =
            Key.string("source-language", "BCP 47 tag, such as en or pt-BR.");
    private static final Key<String> TARGET_LANGUAGE =
            Key.string("target-language", "BCP 47 tag, such as en or pt-BR.");

    /** Name of the key for the run to start from. */
    public static final String START_FROM = "start-from";

    private static final Key<Path> START = Key.path(
                    START_FROM,
                    "Folder of another run or of a model bundle, whose vocabulary and best weights this run starts from, and"
                            + " whose shortlist it adds to: to train longer, or on other text. The network must be of the"
                            + " same shape.")
            .orElseFrom("none: random weights");

    private static final Map<String, List<Key<?>>> BY_SECTION = bySection();

    private RunConfigFile() {}

    private static Map<String, List<Key<?>>> bySection() {
        var sections = new LinkedHashMap<String, List<Key<?>>>();
        sections.put("", List.of(NAME, VERSION, SOURCE_LANGUAGE, TARGET_LANGUAGE, START));
        sections.put("data.", DataSection.KEYS);
        sections.put("data.{train,dev,test}.", DataSection.CORPUS_KEYS);
        sections.put("data.scoring.", DataSection.SCORING_KEYS);
        sections.put("cleaning.", CleaningSection.KEYS);
        sections.put("vocabulary.", VocabularySection.KEYS);
        sections.put("augmentation.", AugmentationSection.KEYS);
        sections.put("network.", NetworkSection.KEYS);
        sections.put("training.", TrainingSection.KEYS);
        sections.put("search.", SearchSection.KEYS);
        sections.put("shortlist.", ShortlistSection.KEYS);
        return sections;
    }

    /** The keys, one paragraph each, for help texts. */
    public static String reference() {
        var text = new StringBuilder();
        BY_SECTION.forEach((section, keys) -> keys.forEach(
                key -> text.append("%s%s: %s%n    %s%n".formatted(section, key.name(), key.summary(), key.about()))));
        return text.toString();
    }

    /**
     * @throws ConfigException with all faults at once
     */
    public static RunConfig read(Path file) throws IOException {
        return read(ConfigReader.read(file), file.toAbsolutePath().getParent(), Files.readString(file));
    }

    /**
     * Reads the network out of a configuration that stands elsewhere than in a file of its own, such as a bundle; of the rest
     * nothing is looked at, which may have been written for another machine.
     *
     * @param source what to call it in faults
     * @throws ConfigException with all faults of the network and the vocabulary
     */
    public static NetworkConfig network(String source, String text) {
        var reader = ConfigReader.parse(source, text);
        var vocabulary = VocabularySection.read(reader.root().section("vocabulary"));
        var network = NetworkSection.read(reader.root().section("network"), vocabulary);
        reader.finishPart();
        return network;
    }

    private static RunConfig read(ConfigReader reader, Path folder, String text) {
        var root = reader.root();
        var vocabulary = VocabularySection.read(root.section("vocabulary"));
        var network = root.section("network");
        var config = new RunConfig(
                model(root),
                DataSection.read(root.section("data"), folder),
                CleaningSection.read(root.section("cleaning")),
                vocabulary,
                AugmentationSection.read(root.section("augmentation")),
                NetworkSection.read(network, vocabulary),
                TrainingSection.read(root.section("training")),
                SearchSection.read(root.section("search")),
                ShortlistSection.read(root.section("shortlist")),
                root.find(START).map(path -> folder.resolve(path).normalize()),
                text);
        if (!vocabulary.joint() && config.network().tiedEmbeddings() == TiedEmbeddings.ALL) {
            network.fault(
                    "tied-embeddings", "all, the default, needs vocabulary.sharing: joint; choose target or none");
        }
        reader.finish();
        return config;
    }

    private static RunConfig.Model model(Section root) {
        var model = new RunConfig.Model(
                root.get(NAME), root.get(VERSION), root.get(SOURCE_LANGUAGE), root.get(TARGET_LANGUAGE));
        if (!model.name().matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            root.fault(NAME.name(), "may hold letters, digits, dots, hyphens and underscores only");
        }
        checkLanguage(root, SOURCE_LANGUAGE);
        checkLanguage(root, TARGET_LANGUAGE);
        if (model.sourceLanguage().equalsIgnoreCase(model.targetLanguage())) {
            root.fault(TARGET_LANGUAGE.name(), "is the source language too");
        }
        return model;
    }

    private static void checkLanguage(Section root, Key<String> key) {
        root.find(key).flatMap(LanguageTag::fault).ifPresent(reason -> root.fault(key.name(), reason));
    }
}
