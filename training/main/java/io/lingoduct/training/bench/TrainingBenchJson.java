package io.lingoduct.training.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lingoduct.training.network.NetworkConfig;

/** The figures of a benchmark as JSON; names in snake_case, shares from 0 to 1, what is unknown null. */
public final class TrainingBenchJson {

    private static final ObjectMapper JSON = new ObjectMapper()
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT);

    private TrainingBenchJson() {}

    /** @param memory null if it was not measured */
    public static String of(NetworkConfig network, SpeedFigures speed, MemoryFigures memory) {
        var root = JSON.createObjectNode();
        root.set("network", JSON.valueToTree(network));
        root.set("peaks", JSON.valueToTree(speed.peaks()));
        root.set("trainings", JSON.valueToTree(speed.trainings()));
        if (memory != null) {
            root.set("memory", memory(memory));
        }
        return root.toPrettyString() + "\n";
    }

    private static ObjectNode memory(MemoryFigures figures) {
        var node = JSON.createObjectNode();
        node.put("settled_at_step", figures.settled());
        var resident = figures.residentGrowth();
        node.put("resident_growth", resident.isPresent() ? resident.getAsDouble() : null);
        node.put("heap_growth", figures.heapGrowth());
        var samples = node.putArray("samples");
        for (var sample : figures.samples()) {
            var entry = samples.addObject().put("step", sample.step());
            var bytes = sample.resident();
            entry.put("resident_bytes", bytes.isPresent() ? bytes.getAsLong() : null);
            entry.put("heap_bytes", sample.heap());
        }
        return node;
    }
}
