package io.lingoduct.training.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lingoduct.training.network.NetworkConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Shape of a network, without the dropout: two networks of one shape can take over each other's weights. */
record NetworkShape(JsonNode components) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .build();

    static NetworkShape of(NetworkConfig network) throws IOException {
        // Written and read, so that numbers are of the types that a file gives.
        return new NetworkShape(
                JSON.readTree(JSON.writeValueAsBytes(network.withDropouts(NetworkConfig.Dropouts.NONE))));
    }

    static NetworkShape read(Path file) throws IOException {
        return new NetworkShape(JSON.readTree(Files.readString(file)));
    }

    void write(Path file) throws IOException {
        Files.writeString(file, components.toPrettyString() + "\n");
    }

    /** Components that differ in another shape, in words; empty where none does. */
    List<String> differences(NetworkShape there) {
        var differing = new ArrayList<String>();
        components.properties().forEach(component -> {
            var other = there.components.path(component.getKey());
            if (!component.getValue().equals(other)) {
                differing.add("%s %s there and %s here"
                        .formatted(
                                component.getKey(),
                                other.asText(),
                                component.getValue().asText()));
            }
        });
        return differing;
    }
}
