package io.lingoduct.streams.route;

import io.lingoduct.front.TextOptions;
import io.lingoduct.service.FieldConfig;
import io.lingoduct.service.Guarantee;
import io.lingoduct.service.QualityConfig;
import io.lingoduct.service.RouteConfig;
import io.lingoduct.service.ServeConfig;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;

/**
 * Configuration of a route as the members of its group tell it to each other: a short hash within their client ids, where any
 * of them, and whoever lists the group's members, can read it. Two instances of which each would translate its share of the
 * messages in its own way, or would read other topics, are told apart by it.
 */
final class RouteFingerprint {

    private static final Pattern IN_CLIENT_ID = Pattern.compile("-cfg([0-9a-f]{8})-");

    private final String hash;

    private RouteFingerprint(String hash) {
        this.hash = hash;
    }

    /** Folders of models and of schemas are left out: they may lie elsewhere on each machine. */
    static RouteFingerprint of(ServeConfig config, RouteConfig route) {
        var canonical = String.join(
                "\n",
                route.from().stream().sorted().collect(Collectors.joining(",")),
                String.valueOf(route.pattern()),
                route.to().template(),
                String.valueOf(route.languages()),
                route.format().name(),
                fields(route.fields()),
                config.guarantee() == Guarantee.EXACTLY_ONCE ? "once" : "least",
                config.deadLetters());
        // A route that says nothing of these has the fingerprint that it had before there were any.
        boolean plain =
                route.texts().equals(TextOptions.PLAIN) && route.quality().equals(QualityConfig.NONE);
        return of(plain ? canonical : canonical + "\n" + texts(route.texts()) + "\n" + route.quality());
    }

    private static String texts(TextOptions options) {
        return options.markup() + " " + options.numbers() + " " + options.keep().expressions();
    }

    private static String fields(List<FieldConfig> fields) {
        return fields.stream()
                .map(field -> "FieldConfig[path=" + field.path() + ", addAs=" + field.addAs()
                        + (field.format() == null ? "" : ", format=" + field.format()) + "]")
                .toList()
                .toString();
    }

    static RouteFingerprint of(String canonical) {
        var crc = new CRC32C();
        crc.update(canonical.getBytes(StandardCharsets.UTF_8));
        return new RouteFingerprint(HexFormat.of().toHexDigits((int) crc.getValue()));
    }

    /** The last part of the client ids of an instance's members. */
    String inClientId() {
        return "-cfg" + hash + "-" + UUID.randomUUID();
    }

    /**
     * Whether this instance is the one that differs: where members with another configuration are more than those with this
     * one. Of as many, those that were there before go on.
     *
     * @param clientIds of all members of the group, of whatever instance
     * @param joined whether this instance's own members are among them
     * @return the number of members with another configuration; empty where this one is the group's
     */
    Optional<Integer> outvotedBy(Collection<String> clientIds, boolean joined) {
        Map<String, Integer> votes = new TreeMap<>();
        for (var clientId : clientIds) {
            var found = IN_CLIENT_ID.matcher(clientId);
            if (found.find()) {
                votes.merge(found.group(1), 1, Integer::sum);
            }
        }
        int own = votes.getOrDefault(hash, 0);
        var others = new TreeMap<>(votes);
        others.remove(hash);
        if (others.isEmpty()) {
            return Optional.empty();
        }
        int most = others.values().stream().max(Integer::compare).orElseThrow();
        others.values().removeIf(votesOfIt -> votesOfIt < most);
        boolean tied = most == own && hash.compareTo(others.firstKey()) > 0;
        return !joined && own == 0 || most > own || tied ? Optional.of(most) : Optional.empty();
    }
}
