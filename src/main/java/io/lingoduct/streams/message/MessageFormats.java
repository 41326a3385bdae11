package io.lingoduct.streams.message;

import io.lingoduct.config.ConfigException;
import io.lingoduct.config.ConfigFault;
import io.lingoduct.registry.SchemaRegistry;
import io.lingoduct.serde.FieldMapping;
import io.lingoduct.serde.FieldPath;
import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.serde.MessageFormat;
import io.lingoduct.serde.ReadFields;
import io.lingoduct.serde.TextFormat;
import io.lingoduct.serde.avro.AvroFormat;
import io.lingoduct.serde.avro.AvroRecordFormat;
import io.lingoduct.serde.avro.framing.RegistryFraming;
import io.lingoduct.serde.avro.framing.SchemaFraming;
import io.lingoduct.serde.avro.framing.SingleObjectFraming;
import io.lingoduct.serde.json.JsonFormat;
import io.lingoduct.service.FieldConfig;
import io.lingoduct.service.RouteConfig;
import io.lingoduct.service.ServeConfig;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** Makes the formats of routes: the one place that knows which classes stand behind the names in a configuration. */
final class MessageFormats {

    private static final String LANGUAGE_FIELDS = "source-field or target-field";

    private final ServeConfig config;
    private final Optional<SchemaRegistry> registry;

    /** @throws ConfigException if the registry's settings are not possible */
    MessageFormats(ServeConfig config) {
        this.config = config;
        this.registry = Optional.ofNullable(config.registry())
                .map(settings -> checked("registry", () -> new SchemaRegistry(settings)));
    }

    /** @throws ConfigException if the format is not possible as the route asks for it */
    RouteFormat of(RouteConfig route) {
        var place = "routes[" + config.routes().indexOf(route) + "].";
        var languages = languageFields(route, place);
        return switch (route.format()) {
            case TEXT -> RouteFormat.same(new TextFormat());
            case JSON -> {
                var fields = fields(route, place);
                var read = read(languages, place);
                yield RouteFormat.same(checked(place + "fields", () -> new JsonFormat(fields, read, estimate(route))));
            }
            case AVRO -> route.fields().isEmpty() ? requests() : records(route, read(languages, place), place);
        };
    }

    private RouteFormat requests() {
        return framed(AvroFormat.singleObject(), AvroFormat::new);
    }

    private RouteFormat records(RouteConfig route, ReadFields read, String place) {
        if (registry.isEmpty() && route.schemas().isEmpty()) {
            throw fault(
                    place + "schemas",
                    "missing; expected the files of the records' schemas, as there is no registry to ask for them");
        }
        var fields = fields(route, place);
        var singleObject = checked(place + "schemas", () -> SingleObjectFraming.ofFiles(route.schemas()));
        var estimate = estimate(route);
        // Checked here, so that what is made later, topic by topic, cannot fail.
        var format = checked(place + "fields", () -> new AvroRecordFormat(fields, read, estimate, singleObject));
        if (registry.isEmpty()) {
            checkEstimate(format, singleObject.schemas(), place);
            checkSpelling(format, fields, singleObject.schemas(), place);
        }
        return framed(singleObject, framing -> new AvroRecordFormat(fields, read, estimate, framing));
    }

    /** No other schemas than these can come. Versions may differ: a field is there if one of them has it. */
    private static void checkSpelling(
            AvroRecordFormat format, List<FieldMapping> fields, List<Schema> schemas, String place) {
        var missing =
                new LinkedHashSet<>(fields.stream().map(FieldMapping::path).toList());
        try {
            schemas.forEach(schema -> missing.retainAll(format.missingFrom(schema)));
        } catch (MalformedMessageException e) {
            throw fault(place + "fields", e.getMessage());
        }
        if (!missing.isEmpty()) {
            throw fault(
                    place + "fields",
                    missing.stream().map(FieldPath::toString).collect(Collectors.joining(", "))
                            + ": leads to a text in none of "
                            + schemas.stream().map(Schema::getFullName).collect(Collectors.joining(", ")));
        }
    }

    private static void checkEstimate(AvroRecordFormat format, List<Schema> schemas, String place) {
        try {
            if (schemas.stream().noneMatch(format::takesEstimate)) {
                throw fault(
                        place + "quality-field",
                        "a field of none of "
                                + schemas.stream().map(Schema::getFullName).collect(Collectors.joining(", ")));
            }
        } catch (MalformedMessageException e) {
            throw fault(place + "quality-field", e.getMessage());
        }
    }

    private static Optional<String> estimate(RouteConfig route) {
        return Optional.ofNullable(route.quality().field());
    }

    private RouteFormat framed(SchemaFraming singleObject, Function<SchemaFraming, MessageFormat> format) {
        return registry.map(client -> RouteFormat.byTopic(
                        format.apply(new RegistryFraming(client, singleObject, null)),
                        topic -> format.apply(new RegistryFraming(client, singleObject, topic))))
                .orElseGet(() -> RouteFormat.same(format.apply(singleObject)));
    }

    private static List<FieldMapping> fields(RouteConfig route, String place) {
        return route.fields().stream()
                .map(field -> checked(place + "fields", () -> mapping(field)))
                .toList();
    }

    private static FieldMapping mapping(FieldConfig field) {
        return new FieldMapping(FieldPath.parse(field.path()), Optional.ofNullable(field.addAs()));
    }

    /** The paths of the fields that name languages, each of them well formed. */
    private static List<String> languageFields(RouteConfig route, String place) {
        if (route.languages() == null) {
            return List.of();
        }
        var paths = Stream.of(route.languages().sourceField(), route.languages().targetField())
                .filter(path -> path != null)
                .toList();
        paths.forEach(path -> checked(place + LANGUAGE_FIELDS, () -> FieldPath.parse(path)));
        return paths;
    }

    // Not for requests: the dots in the names of their metadata lead nowhere.
    private static ReadFields read(List<String> languageFields, String place) {
        return checked(place + LANGUAGE_FIELDS, () -> ReadFields.of(languageFields));
    }

    private static <T> T checked(String key, Supplier<T> action) {
        try {
            return action.get();
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw fault(key, e.getMessage());
        }
    }

    private static ConfigException fault(String key, String reason) {
        return new ConfigException("configuration", List.of(new ConfigFault(key, "", reason)));
    }
}
