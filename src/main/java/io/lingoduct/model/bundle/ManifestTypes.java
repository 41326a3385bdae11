package io.lingoduct.model.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds a manifest against the types of {@link BundleManifest}, field by field: Jackson would take null for 0, 1.5 for 1 and
 * "12" for 12. Nothing may be null, and of the numbers only a seed, a score and a weight may be negative.
 */
final class ManifestTypes {

    private static final SnakeCaseStrategy KEYS = new SnakeCaseStrategy();
    private static final Set<String> MAY_BE_NEGATIVE = Set.of("seed", "value", "weights");
    private static final int SHOWN_LENGTH = 60;

    private final List<String> faults = new ArrayList<>();

    private ManifestTypes() {}

    /** Faults of a manifest, each with its key. Absent fields are no fault here. */
    static List<String> faults(JsonNode manifest) {
        var types = new ManifestTypes();
        types.check(manifest, BundleManifest.class, "the manifest", "");
        return types.faults;
    }

    private void check(JsonNode node, Type type, String key, String name) {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == Map.class) {
                checkMap(node, arguments[1], key, name);
            } else {
                checkList(node, arguments[0], key);
            }
        } else if (type instanceof Class<?> record && record.isRecord()) {
            checkRecord(node, record, key);
        } else if (type == String.class) {
            require(node.isTextual(), key, "a text", node);
        } else if (type == Boolean.class) {
            require(node.isBoolean(), key, "true or false", node);
        } else {
            checkNumber(node, type, key, name);
        }
    }

    private void checkRecord(JsonNode node, Class<?> record, String key) {
        require(node.isObject(), key, "an object", node);
        for (var component : record.getRecordComponents()) {
            var name = KEYS.translate(component.getName());
            var child = node.get(name);
            if (child != null) {
                var path = record == BundleManifest.class ? name : key + "." + name;
                check(child, component.getGenericType(), path, name);
            }
        }
    }

    private void checkMap(JsonNode node, Type values, String key, String name) {
        require(node.isObject(), key, "an object", node);
        node.properties().forEach(entry -> check(entry.getValue(), values, key + "." + entry.getKey(), name));
    }

    private void checkList(JsonNode node, Type elements, String key) {
        require(node.isArray(), key, "a list", node);
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            check(node.get(i), elements, key + "[" + i + "]", "");
        }
    }

    private void checkNumber(JsonNode node, Type type, String key, String name) {
        boolean fraction = type == double.class || type == Double.class || type == float.class;
        if (!node.isNumber() || !(fraction ? isFinite(node, type) : isWhole(node, type))) {
            require(false, key, fraction ? "a number" : "a whole number of " + type, node);
        } else if (node.doubleValue() < 0 && !MAY_BE_NEGATIVE.contains(name)) {
            faults.add(key + " is negative: " + shown(node));
        }
    }

    private static boolean isFinite(JsonNode node, Type type) {
        return type == float.class ? Float.isFinite(node.floatValue()) : Double.isFinite(node.doubleValue());
    }

    private static boolean isWhole(JsonNode node, Type type) {
        return node.canConvertToExactIntegral()
                && (type == int.class ? node.canConvertToInt() : node.canConvertToLong());
    }

    private void require(boolean holds, String key, String expected, JsonNode node) {
        if (!holds) {
            faults.add(key + " has the wrong type: " + expected + " is expected, not " + shown(node));
        }
    }

    private static String shown(JsonNode node) {
        var text = node.toString();
        return text.length() <= SHOWN_LENGTH ? text : text.substring(0, SHOWN_LENGTH) + "…";
    }
}
