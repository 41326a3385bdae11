package io.lingoduct.training.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.lingoduct.config.Key;
import io.lingoduct.training.augment.AugmentationShares;
import io.lingoduct.training.config.RunConfig;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers what the weights of a run depend on, under the keys that it has in the configuration. */
final class RunSettings {

    /** Components that are called otherwise than their keys. */
    private static final Map<String, String> KEYS = Map.of(
            "training.schedule.shape", "training.schedule",
            "training.schedule.peak", "training.learning-rate",
            "training.stopping.on", "training.early-stopping",
            "training.divergence.factor", "training.divergence-factor",
            "network.dropouts.embedding", "network.embedding-dropout",
            "network.dropouts.state", "network.state-dropout",
            "network.dropouts.output", "network.output-dropout");

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .addModule(new SimpleModule().addSerializer(new AsInAFile()))
            .build();

    private final SortedMap<String, String> settings = new TreeMap<>();

    private RunSettings() {}

    static SortedMap<String, String> of(RunConfig config) throws IOException {
        var gathered = new RunSettings();
        gathered.addData(config.data());
        gathered.add("cleaning", config.filter());
        gathered.add("search", config.search().limits());
        gathered.add("vocabulary", config.vocabulary());
        // A run without it goes on whichever version began it.
        if (!config.augmentation().equals(AugmentationShares.NONE)) {
            gathered.add("augmentation", config.augmentation());
        }
        // The sizes of the vocabularies are there already, and no weight depends on how a run is run.
        gathered.add("network", config.network(), "source-vocabulary", "target-vocabulary");
        gathered.add("training", config.training(), "running");
        gathered.join("vocabulary.size", "vocabulary.source-size", "vocabulary.target-size");
        gathered.join(
                "network.dropout", "network.embedding-dropout", "network.state-dropout", "network.output-dropout");
        return gathered.settings;
    }

    private void addData(RunConfig.Data data) throws IOException {
        addCorpus("data.train", data.train());
        addCorpus("data.dev", data.dev());
        if (data.test() != null) {
            addCorpus("data.test", data.test());
        }
        settings.put("data.scoring.tokenizer", data.scoring().tokenizer().label());
        settings.put("data.scoring.lowercase", String.valueOf(data.scoring().lowercase()));
    }

    private void addCorpus(String section, RunConfig.Corpus corpus) throws IOException {
        settings.put(section + ".source", Fingerprint.content(corpus.source()));
        settings.put(section + ".target", Fingerprint.content(corpus.target()));
    }

    private void add(String section, Object components, String... without) {
        ObjectNode tree = JSON.valueToTree(components);
        add(section, section, tree.without(List.of(without)));
    }

    /** Groups of components have no section of their own in the file. */
    private void add(String section, String path, JsonNode value) {
        if (value.isObject()) {
            value.properties()
                    .forEach(component -> add(section, path + "." + component.getKey(), component.getValue()));
        } else if (!value.isNull()) {
            var ownKey = section + path.substring(path.lastIndexOf('.'));
            settings.put(KEYS.getOrDefault(path, ownKey), value.asText());
        }
    }

    /** Puts one key in place of several that are the same, which is how most files say it. */
    private void join(String key, String... several) {
        var values = List.of(several).stream().map(settings::get).distinct().toList();
        if (values.size() == 1) {
            List.of(several).forEach(settings::remove);
            settings.put(key, values.get(0));
        }
    }

    /** Constants as users write them. */
    private static final class AsInAFile extends StdSerializer<Enum<?>> {

        private static final long serialVersionUID = 1;

        AsInAFile() {
            super(Enum.class, false);
        }

        @Override
        public void serialize(Enum<?> constant, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(Key.written(constant));
        }
    }
}
