package io.lingoduct.service;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.lingoduct.config.Key;
import io.lingoduct.config.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A configuration as it is in force, written as a file would be: defaults filled in, secrets masked. */
public final class EffectiveConfig {

    private static final Set<Integer> ODD =
            Set.of((int) Character.CONTROL, (int) Character.FORMAT, (int) Character.LINE_SEPARATOR, (int)
                    Character.PARAGRAPH_SEPARATOR);

    private EffectiveConfig() {}

    /** Writes texts plain where that reads back, and quoted and escaped where a character is no visible one. */
    private static final class TextSerializer extends StdSerializer<String> {

        private static final long serialVersionUID = 1L;

        TextSerializer() {
            super(String.class);
        }

        @Override
        public void serialize(String text, JsonGenerator out, SerializerProvider provider) throws IOException {
            boolean odd = text.codePoints().anyMatch(character -> ODD.contains(Character.getType(character)));
            ((YAMLGenerator) out).configure(YAMLGenerator.Feature.MINIMIZE_QUOTES, !odd);
            out.writeString(text);
        }
    }

    /** The configuration in YAML. Keys without a value and without a default of their own are left out. */
    public static String yaml(ServeConfig config) {
        var factory = YAMLFactory.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .build();
        try {
            return new ObjectMapper(factory)
                    .registerModule(new SimpleModule().addSerializer(new TextSerializer()))
                    .writeValueAsString(root(config));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts and numbers can always be written", e);
        }
    }

    private static Map<String, Object> root(ServeConfig config) {
        var root = new LinkedHashMap<String, Object>();
        put(root, ServeConfig.APPLICATION_ID, config.applicationId());
        put(root, ServeConfig.GUARANTEE, config.guarantee());
        put(root, ServeConfig.DEAD_LETTERS, config.deadLetters());
        put(root, ServeConfig.DEAD_LETTER_STACK_TRACES, config.deadLetterStackTraces());
        put(root, ServeConfig.MODELS, config.models());
        put(root, OperationsConfig.MODEL_WATCH_SECONDS, config.operations().modelWatchSeconds());
        put(root, OperationsConfig.ADMIN_PORT, config.operations().adminPort());
        put(root, OperationsConfig.ADMIN_ADDRESS, config.operations().adminAddress());
        put(root, OperationsConfig.ADMIN_TOKEN, config.operations().adminToken());
        put(root, OperationsConfig.ADMIN_HOSTS, config.operations().adminHosts());
        put(root, OperationsConfig.STALLED_AFTER_SECONDS, config.operations().stalledAfterSeconds());
        root.put(ServeConfig.KAFKA, Secrets.mask(config.kafka()));
        root.put(ServeConfig.ENGINE, engine(config.engine()));
        if (config.registry() != null) {
            root.put(ServeConfig.REGISTRY, registry(config.registry()));
        }
        root.put(
                ServeConfig.ROUTES,
                config.routes().stream().map(EffectiveConfig::route).toList());
        return root;
    }

    private static Map<String, Object> engine(EngineConfig engine) {
        var section = new LinkedHashMap<String, Object>();
        put(section, EngineConfig.BATCH_TOKENS, engine.batchTokens());
        put(section, EngineConfig.LINGER_MS, engine.lingerMs());
        put(section, EngineConfig.QUEUE_CAPACITY, engine.queueCapacity());
        put(section, EngineConfig.SEGMENT_TIMEOUT_MS, engine.segmentTimeoutMs());
        put(section, EngineConfig.CACHE_SEGMENTS, engine.cacheSegments());
        put(section, EngineConfig.THREADS, engine.threads());
        var search = engine.search();
        put(section, SearchConfig.BEAM_SIZE, search.beamSize());
        put(section, SearchConfig.LENGTH_PENALTY, search.lengthPenalty());
        put(section, SearchConfig.COVERAGE_PENALTY, search.coveragePenalty());
        put(section, SearchConfig.NO_REPEAT_NGRAM, search.noRepeatNgram());
        put(section, SearchConfig.SHORTLIST, search.shortlist());
        put(section, SearchConfig.DEVICE, search.device());
        put(section, EngineConfig.MODEL_MEMORY_MB, engine.modelMemoryMb());
        put(section, EngineConfig.MAX_TEXT_BYTES, engine.maxTextBytes());
        put(section, EngineConfig.MESSAGE_WORK_SECONDS, engine.messageWorkSeconds());
        return section;
    }

    private static Map<String, Object> registry(RegistryConfig registry) {
        var section = new LinkedHashMap<String, Object>();
        put(section, RegistryConfig.URL, registry.url().toString());
        put(section, RegistryConfig.USERNAME, registry.username());
        put(section, RegistryConfig.PASSWORD, registry.password());
        put(section, RegistryConfig.BEARER_TOKEN, registry.bearerToken());
        put(section, RegistryConfig.AUTO_REGISTER, registry.autoRegister());
        put(section, RegistryConfig.SUBJECT_NAMING, registry.subjectNaming());
        put(section, RegistryConfig.TIMEOUT_MS, registry.timeoutMs());
        put(section, RegistryConfig.RETRIES, registry.retries());
        put(section, RegistryConfig.TRUSTSTORE, registry.truststore());
        put(section, RegistryConfig.TRUSTSTORE_PASSWORD, registry.truststorePassword());
        put(section, RegistryConfig.KEYSTORE, registry.keystore());
        put(section, RegistryConfig.KEYSTORE_PASSWORD, registry.keystorePassword());
        return section;
    }

    private static Map<String, Object> route(RouteConfig route) {
        var section = new LinkedHashMap<String, Object>();
        put(section, RouteConfig.NAME, route.name());
        put(section, RouteConfig.FROM, route.from());
        put(section, RouteConfig.PATTERN, route.pattern());
        put(section, RouteConfig.TO, route.to().template());
        put(section, RouteConfig.MODEL, route.model());
        if (route.languages() != null) {
            var languages = route.languages();
            put(section, LanguagesConfig.SOURCE, languages.detects() ? LanguagesConfig.DETECT : languages.source());
            put(section, LanguagesConfig.SOURCE_HEADER, languages.sourceHeader());
            put(section, LanguagesConfig.SOURCE_FIELD, languages.sourceField());
            put(section, LanguagesConfig.TARGET, languages.targets());
            put(section, LanguagesConfig.TARGET_HEADER, languages.targetHeader());
            put(section, LanguagesConfig.TARGET_FIELD, languages.targetField());
        }
        put(section, RouteConfig.FORMAT, route.format());
        if (!route.fields().isEmpty()) {
            section.put(
                    RouteConfig.FIELDS,
                    route.fields().stream().map(EffectiveConfig::field).toList());
        }
        put(section, RouteConfig.SCHEMAS, route.schemas());
        return section;
    }

    private static Map<String, Object> field(FieldConfig field) {
        var section = new LinkedHashMap<String, Object>();
        put(section, FieldConfig.PATH, field.path());
        put(section, FieldConfig.ADD_AS, field.addAs());
        return section;
    }

    private static void put(Map<String, Object> section, Key<?> key, Object value) {
        if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
            section.put(key.name(), Secrets.isSecret(key.name()) ? Secrets.MASK : written(value));
        }
    }

    private static Object written(Object value) {
        if (value instanceof Enum<?> constant) {
            return Key.written(constant);
        } else if (value instanceof Path path) {
            return path.toString();
        } else if (value instanceof List<?> list) {
            return list.stream().map(EffectiveConfig::written).toList();
        } else if (value instanceof String text) {
            return Secrets.maskWithin(text);
        } else {
            return value;
        }
    }
}
