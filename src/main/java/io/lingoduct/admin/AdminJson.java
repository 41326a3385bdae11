package io.lingoduct.admin;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lingoduct.engine.EngineStats;
import io.lingoduct.model.ModelInfo;
import io.lingoduct.serving.ReloadOutcome;
import io.lingoduct.serving.ServedModel;
import io.lingoduct.streams.status.RouteFailure;
import io.lingoduct.streams.status.RouteStatus;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The answers of the admin server, as JSON in ASCII, so that no terminal obeys them; names in snake_case. */
final class AdminJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final char LAST_VISIBLE_ASCII = '~';

    private AdminJson() {}

    static String status(String status, List<String> reasons) {
        var root = JSON.createObjectNode().put("status", status);
        if (!reasons.isEmpty()) {
            var list = root.putArray("reasons");
            reasons.forEach(list::add);
        }
        return text(root);
    }

    static String error(String reason) {
        return text(JSON.createObjectNode().put("error", reason));
    }

    static String service(AdminService service, List<RouteStatus> routes, List<String> hindrances, Instant now) {
        var root = JSON.createObjectNode()
                .put("version", service.version())
                .put("started_at", service.startedAt().toString())
                .put(
                        "uptime_seconds",
                        Duration.between(service.startedAt(), now).toSeconds())
                .put("ready", hindrances.isEmpty());
        var reasons = root.putArray("reasons");
        hindrances.forEach(reasons::add);
        var list = root.putArray("routes");
        routes.forEach(route -> add(list.addObject(), route));
        return text(root);
    }

    static String route(RouteStatus route) {
        var root = JSON.createObjectNode();
        add(root, route);
        return text(root);
    }

    static String models(List<ServedModel> models) {
        var root = JSON.createObjectNode();
        var list = root.putArray("models");
        for (var model : models) {
            var node = list.addObject();
            add(node, model.folder(), model.model());
            add(node.putObject("engine"), model.stats());
        }
        return text(root);
    }

    static String outcomes(List<ReloadOutcome> outcomes) {
        var root = JSON.createObjectNode();
        var list = root.putArray("models");
        for (var outcome : outcomes) {
            var node = list.addObject();
            add(node, outcome.folder(), outcome.model());
            node.put("outcome", outcome.kind().name().toLowerCase(Locale.ROOT));
            if (!outcome.reason().isEmpty()) {
                node.put("reason", outcome.reason());
            }
        }
        return text(root);
    }

    private static void add(ObjectNode node, RouteStatus route) {
        node.put("name", route.name())
                .put("state", route.state().name().toLowerCase(Locale.ROOT))
                .put("last_commit", route.lastCommit().map(Instant::toString).orElse(null))
                .put("lag", route.lag().isPresent() ? (Long) route.lag().getAsLong() : null)
                .put("in_flight", route.inFlight())
                .put("seconds_without_progress", route.withoutProgress().toSeconds());
        node.putObject("quality")
                .put("below_minimum", route.quality().below())
                .put("sources_kept", route.quality().keptSources())
                .put("for_review", route.quality().reviewed());
        route.lastFailure()
                .ifPresentOrElse(
                        failure -> add(node.putObject("last_failure"), failure), () -> node.putNull("last_failure"));
    }

    private static void add(ObjectNode node, RouteFailure failure) {
        node.put("at", failure.at().toString())
                .put("topic", failure.topic())
                .put("partition", failure.partition() < 0 ? null : (Integer) failure.partition())
                .put("offset", failure.offset() < 0 ? null : (Long) failure.offset())
                .put("reason", failure.reason());
    }

    private static void add(ObjectNode node, EngineStats stats) {
        node.put("queue_depth", stats.queueDepth())
                .put("batches", stats.batches())
                .put("segments", stats.segments())
                .put("cache_hits", stats.cacheHits())
                .put("failed_segments", stats.failedSegments())
                .put("timed_out_segments", stats.timedOutSegments())
                .put("source_tokens", stats.sourceTokens())
                .put("padded_tokens", stats.paddedTokens());
        var front = node.putObject("front");
        stats.front().forEach((name, count) -> front.put(name.replace('-', '_'), count));
    }

    private static void add(ObjectNode node, Path folder, ModelInfo model) {
        node.put("folder", folder.toString())
                .put("name", model.name())
                .put("version", model.version())
                .put("source_language", model.sourceLanguage())
                .put("target_language", model.targetLanguage());
    }

    private static String text(ObjectNode node) {
        var text = new StringWriter();
        try (var generator = JSON.writerWithDefaultPrettyPrinter().createGenerator(text)) {
            // The delete character is ASCII, too.
            generator.setHighestNonEscapedChar(LAST_VISIBLE_ASCII);
            generator.writeTree(node);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written to but memory", e);
        }
        return text + "\n";
    }
}
