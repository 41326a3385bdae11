package io.lingoduct.streams;

import io.lingoduct.config.ConfigException;
import io.lingoduct.config.ConfigFault;
import io.lingoduct.config.RouteConfig;
import io.lingoduct.config.ServeConfig;
import io.lingoduct.serde.AvroFormat;
import io.lingoduct.serde.MessageFormat;
import io.lingoduct.serde.TextFormat;
import java.util.List;

/** Makes the format of a route: the one place that knows which classes stand behind the names in a configuration. */
final class MessageFormats {

    private MessageFormats() {}

    /**
     * @param config holds the route, and the registry for formats that need one
     * @throws ConfigException if the format is not available as the route asks for it
     */
    static MessageFormat of(ServeConfig config, RouteConfig route) {
        var key = "routes[" + config.routes().indexOf(route) + "].";
        return switch (route.format()) {
            case TEXT -> new TextFormat();
            case JSON -> throw notAvailable(key + "format", "json", "format json is not available");
            case AVRO -> {
                if (!route.fields().isEmpty() || !route.schemas().isEmpty()) {
                    throw notAvailable(key + "fields", "", "records of your own in format avro are not available");
                }
                if (config.registry() != null) {
                    throw notAvailable("registry", "", "a schema registry is not available");
                }
                yield new AvroFormat();
            }
        };
    }

    private static ConfigException notAvailable(String key, String value, String reason) {
        return new ConfigException("configuration", List.of(new ConfigFault(key, value, reason)));
    }
}
