package io.lingoduct.serde.avro;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;

/** Schemas that Avro's parser takes, and that stand for more than there is time, memory or stack for. */
public final class HostileSchemas {

    private HostileSchemas() {}

    /** Records that hold the next one twice each, the last one empty: 2^levels values, and not a byte. */
    public static String doubling(int levels) {
        var type = "{'type':'record','name':'R" + levels + "','fields':[]}";
        for (int i = levels - 1; i >= 0; i--) {
            type = "{'type':'record','name':'R" + i + "','fields':[{'name':'a','type':" + type
                    + "},{'name':'b','type':'R" + (i + 1) + "'}]}";
        }
        return type;
    }

    /**
     * Records, each with an array of the next one, in the order in which they are defined: each after what it uses, so that the
     * JSON is flat and so is the way along it.
     */
    public static String chainOfArrays(int levels) {
        var types = IntStream.iterate(levels - 1, i -> i >= 0, i -> i - 1)
                .mapToObj(i ->
                        "{'type':'record','name':'A" + i + "','fields':[{'name':'x','type':{'type':'array','items':"
                                + (i == levels - 1 ? "'null'" : "'A" + (i + 1) + "'") + "}}]}")
                .collect(Collectors.joining(","));
        return "[" + types + "]";
    }

    /** Arrays of nulls within one another. */
    public static Schema tower(int levels) {
        var type = Schema.create(Schema.Type.NULL);
        for (int i = 0; i < levels; i++) {
            type = Schema.createArray(type);
        }
        return type;
    }

    /** A record of this many fields, each the record itself or a text. */
    public static Schema wide(int fields) {
        return parse("{'type':'record','name':'Wide','fields':["
                + IntStream.range(0, fields)
                        .mapToObj(i -> "{'name':'f" + i + "','type':['string','null','Wide']}")
                        .collect(Collectors.joining(","))
                + "]}");
    }

    /** A record with a text and, after it, a field that nobody asks for. */
    public static Schema requestWith(Schema unread) {
        var fields = List.of(
                new Schema.Field("text", Schema.create(Schema.Type.STRING)), new Schema.Field("unread", unread));
        return Schema.createRecord("TranslationRequest", null, "io.lingoduct.avro", false, fields);
    }

    public static Schema requestWith(String unread) {
        return requestWith(parse(unread));
    }

    public static Schema parse(String json) {
        return new Schema.Parser().parse(json.replace('\'', '"'));
    }
}
