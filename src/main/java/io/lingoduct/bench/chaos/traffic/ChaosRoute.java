package io.lingoduct.bench.chaos.traffic;

import java.util.Arrays;
import java.util.List;

/** A route of the service under test. */
public enum ChaosRoute {

    /** UTF-8 text. */
    TEXT("text"),

    /** JSON, of which one field is translated. */
    JSON("json"),

    /** Text, into a compacted topic. */
    COMPACTED("compacted"),

    /** Avro records whose schemas are in a registry. */
    AVRO("avro");

    /** Partitions of each input and each output. */
    public static final int PARTITIONS = 2;

    private final String title;

    ChaosRoute(String title) {
        this.title = title;
    }

    /** The route's name, which is that of its output topic. */
    public String title() {
        return title;
    }

    public String input() {
        return title + "-in";
    }

    public String output() {
        return title;
    }

    public static List<String> titles() {
        return Arrays.stream(values()).map(ChaosRoute::title).toList();
    }
}
