package io.lingoduct.registry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Paths of the Confluent REST API, encoded. */
final class Paths {

    private Paths() {}

    static String schema(int id) {
        return "/schemas/ids/" + id;
    }

    static String subject(String subject) {
        return "/subjects/" + URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String versions(String subject) {
        return subject(subject) + "/versions";
    }

    static String version(String subject, String version) {
        return versions(subject) + "/" + URLEncoder.encode(version, StandardCharsets.UTF_8);
    }
}
