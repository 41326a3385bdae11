package io.lingoduct.serde.avro;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;

/** Any schema, however odd, and values of it as bytes: everything from one seed. */
final class RandomRecords {

    private static final int MAX_RECORDS = 8;
    private static final int MAX_VALUE_DEPTH = 12;
    private static final int MAX_STEPS = 20_000;
    private static final String[] SIMPLE = {"null", "boolean", "int", "long", "float", "double", "bytes", "string"};

    private final Random random;
    private final List<String> named = new ArrayList<>();
    private int steps;

    private RandomRecords(long seed) {
        this.random = new Random(seed);
    }

    static Schema schema(long seed) {
        return HostileSchemas.parse(new RandomRecords(seed).record(0));
    }

    /** A value of the schema, or the beginning of one where it would go on for too long. */
    static byte[] value(long seed, Schema schema) {
        var out = new ByteArrayOutputStream();
        new RandomRecords(seed).write(schema, 0, out);
        return out.toByteArray();
    }

    private String record(int depth) {
        var name = "N" + named.size();
        named.add(name);
        var fields = new StringBuilder();
        for (int i = random.nextInt(5); i >= 0; i--) {
            fields.append(fields.isEmpty() ? "" : ",")
                    .append("{'name':'f" + i + "','type':" + type(depth + 1, true) + "}");
        }
        return "{'type':'record','name':'" + name + "','fields':[" + fields + "]}";
    }

    private String type(int depth, boolean unionAllowed) {
        int kind = random.nextInt(10);
        if (kind < 4 || depth > 5) {
            return "'" + SIMPLE[random.nextInt(SIMPLE.length)] + "'";
        }
        return switch (kind) {
            case 4 -> "{'type':'array','items':" + type(depth + 1, true) + "}";
            case 5 -> "{'type':'map','values':" + type(depth + 1, true) + "}";
            case 6 -> unionAllowed ? "['null'," + union(depth) + "]" : "'null'";
            case 7 ->
                "{'type':'fixed','name':'F" + random.nextInt(1_000_000_000) + "','size':" + random.nextInt(3) + "}";
            case 8 -> "'" + named.get(random.nextInt(named.size())) + "'";
            default -> named.size() < MAX_RECORDS ? record(depth + 1) : "'string'";
        };
    }

    private String union(int depth) {
        var type = type(depth + 1, false);
        return type.equals("'null'") ? "'string'" : type;
    }

    private void write(Schema type, int depth, ByteArrayOutputStream out) {
        if (++steps > MAX_STEPS) {
            return;
        }
        switch (type.getType()) {
            case NULL -> {
                // Takes no bytes.
            }
            case BOOLEAN -> out.write(random.nextInt(2));
            case INT, LONG -> out.write(random.nextInt(128));
            case FLOAT -> out.writeBytes(new byte[Float.BYTES]);
            case DOUBLE -> out.writeBytes(new byte[Double.BYTES]);
            case FIXED -> out.writeBytes(new byte[type.getFixedSize()]);
            case BYTES, STRING -> out.writeBytes(new byte[] {4, 'a', 'b'});
            case UNION -> {
                int branch = depth > MAX_VALUE_DEPTH
                        ? 0
                        : random.nextInt(type.getTypes().size());
                out.write(branch * 2);
                write(type.getTypes().get(branch), depth + 1, out);
            }
            case RECORD -> {
                if (depth < 10 * MAX_VALUE_DEPTH) {
                    type.getFields().forEach(field -> write(field.schema(), depth + 1, out));
                }
            }
            case ARRAY, MAP -> {
                int count = depth > MAX_VALUE_DEPTH ? 0 : random.nextInt(4);
                for (int i = 0; i < count; i++) {
                    out.write(2);
                    if (type.getType() == Schema.Type.MAP) {
                        out.writeBytes(new byte[] {2, (byte) ('a' + i)});
                        write(type.getValueType(), depth + 1, out);
                    } else {
                        write(type.getElementType(), depth + 1, out);
                    }
                }
                out.write(0);
            }
            default -> throw new AssertionError(type);
        }
    }
}
