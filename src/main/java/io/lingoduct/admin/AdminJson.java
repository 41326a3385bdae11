package io.lingoduct.admin;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lingoduct.model.ModelInfo;
import io.lingoduct.serving.ReloadOutcome;
import io.lingoduct.serving.ServedModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The answers of the admin server, as JSON; names in snake_case. */
final class AdminJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AdminJson() {}

    static String status(String status) {
        return text(JSON.createObjectNode().put("status", status));
    }

    static String error(String reason) {
        return text(JSON.createObjectNode().put("error", reason));
    }

    static String models(List<ServedModel> models) {
        var root = JSON.createObjectNode();
        var list = root.putArray("models");
        models.forEach(model -> add(list.addObject(), model.folder(), model.model()));
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

    private static void add(ObjectNode node, Path folder, ModelInfo model) {
        node.put("folder", folder.toString())
                .put("name", model.name())
                .put("version", model.version())
                .put("source_language", model.sourceLanguage())
                .put("target_language", model.targetLanguage());
    }

    private static String text(ObjectNode node) {
        return node.toPrettyString() + "\n";
    }
}
