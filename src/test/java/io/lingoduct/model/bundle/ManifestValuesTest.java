package io.lingoduct.model.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lingoduct.model.TestBundles;
import io.lingoduct.model.TestTokenizer;
import io.lingoduct.model.runtime.OnnxTranslator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestValuesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> MAY_BE_NEGATIVE =
            Set.of("/provenance/seed", "/scores/0/value", "/quality/weights/score");

    @TempDir
    Path folder;

    @BeforeEach
    void writeBundle() {
        TestBundles.withBeam().write(folder);
        TestBundles.editManifest(folder, manifest -> {
            // Everything that a manifest may hold.
            manifest.set(
                    "architecture",
                    tree("{'cell':'lstm','embedding':1,'encoder_layers':1,'encoder_hidden':1,"
                            + "'bidirectional':true,'decoder_layers':1,'decoder_hidden':1,'attention':'general',"
                            + "'input_feeding':true,'tied_embeddings':'all','parameters':1}"));
            manifest.set("scores", tree("[{'data':'a','search':'b','metric':'c','value':1.5,'signature':'d'}]"));
            manifest.set("quality", tree("{'weights':{'score':1.5},'fitted':'a'}"));
            manifest.set(
                    "provenance",
                    tree("{'data':['a'],'seed':1,'epochs':1,'updates':1,'training_hours':0.5,"
                            + "'trained_at':'a','parity':'b','config':'c'}"));
            manifest.withObject("/vocabulary")
                    .set("target", tree("{'tokenizer':'tokenizer.json','size':%d}".formatted(TestTokenizer.SIZE)));
            manifest.withObject("/decoding/graphs").put("gpu", TestBundles.GRAPH);
        });
    }

    @Test
    void shouldReadAManifestWithEverythingInIt() {
        assertThat(ModelBundle.open(folder).manifest().provenance().config()).isEqualTo("c");
    }

    @Test
    void shouldRefuseNullWhereverItStands() throws IOException {
        forEachValue((pointer, value) -> refusedWith(pointer, "null"));
    }

    @Test
    void shouldRefuseTheWrongTypeWhereverItStands() throws IOException {
        forEachValue((pointer, value) -> {
            for (var wrong : List.of("true", "[]", "{}", "\"1\"", "[null]", "1.5", "1e999", "9999999999999999999999")) {
                if (!fits(value, wrong)) {
                    refusedWith(pointer, wrong);
                }
            }
        });
    }

    @Test
    void shouldRefuseANegativeNumberWhereverItStands() throws IOException {
        forEachValue((pointer, value) -> {
            if (value.isNumber() && !MAY_BE_NEGATIVE.contains(pointer)) {
                refusedWith(pointer, "-1");
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "/vocabulary/size, 2000000000",
        "/vocabulary/target/size, 2000000000",
        "/limits/max_source_tokens, 2147483647",
        "/limits/max_target_tokens, 2147483647",
        "/limits/max_target_tokens, 0",
        "/limits/output_ratio, 1e30",
        "/limits/output_offset, 2147483647",
        "/decoding/max_beam_size, 2147483647",
        "/decoding/default_beam_size, 0",
        "/decoding/length_penalty, 11",
        "/name, ' '",
        "/version, 1\u0007",
        "/source_language, english language",
        "/files/README.md, 00"
    })
    void shouldRefuseAnAbsurdValue(String pointer, String value) throws IOException {
        refusedWith(
                pointer,
                value.matches("[0-9e]+") && !pointer.startsWith("/files") ? value : JSON.writeValueAsString(value));
    }

    @Test
    void shouldRefuseAKeyThatStandsThereTwice() throws IOException {
        var file = folder.resolve(ManifestFile.NAME);
        Files.writeString(file, Files.readString(file).replaceFirst("\"name\"", "\"name\": \"other\", \"name\""));

        assertThatExceptionOfType(BundleException.class)
                .isThrownBy(() -> ModelBundle.open(folder))
                .withMessageContaining("Duplicate field 'name'");
    }

    @Test
    void shouldRefuseMoreFilesThanABundleHas() {
        TestBundles.editManifest(folder, manifest -> {
            for (int i = 0; i < BundleLimits.FILES; i++) {
                manifest.withObject("/files").put("file" + i, "0".repeat(64));
            }
        });

        assertThatExceptionOfType(BundleException.class)
                .isThrownBy(() -> ModelBundle.open(folder))
                .withMessageContaining("at most " + BundleLimits.FILES);
    }

    private interface Visitor {
        void visit(String pointer, JsonNode value) throws IOException;
    }

    private void forEachValue(Visitor visitor) throws IOException {
        var pointers = new ArrayList<String>();
        var tree = JSON.readTree(folder.resolve(ManifestFile.NAME).toFile());
        collect(tree, "", pointers);
        assertThat(pointers).contains("/decoding/graphs/gpu", "/provenance/data/0", "/scores/0/value", "/files");
        for (var pointer : pointers) {
            visitor.visit(pointer, tree.at(pointer));
        }
    }

    private static void collect(JsonNode node, String pointer, List<String> pointers) {
        if (!pointer.isEmpty()) {
            pointers.add(pointer);
        }
        node.properties().forEach(entry -> collect(entry.getValue(), pointer + "/" + entry.getKey(), pointers));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), pointer + "/" + i, pointers);
        }
    }

    /** Whether another value has a type that is right in this place, if not a value. */
    private static boolean fits(JsonNode value, String other) throws IOException {
        var node = JSON.readTree(other);
        return value.isTextual() && node.isTextual()
                || value.isBoolean() && node.isBoolean()
                || value.isObject() && node.isObject()
                || value.isArray() && other.equals("[]")
                || value.isDouble() && node.isNumber() && !other.equals("1e999");
    }

    private void refusedWith(String pointer, String json) throws IOException {
        var file = folder.resolve(ManifestFile.NAME);
        var before = Files.readString(file);
        var tree = JSON.readTree(before);
        int slash = pointer.lastIndexOf('/');
        var parent = tree.at(pointer.substring(0, slash));
        var name = pointer.substring(slash + 1);
        var marker = JSON.getNodeFactory().textNode("MARKER");
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(name), marker);
        } else {
            ((ObjectNode) parent).set(name, marker);
        }
        Files.writeString(file, tree.toString().replace("\"MARKER\"", json));
        assertThatExceptionOfType(BundleException.class)
                .as("%s: %s", pointer, json)
                .isThrownBy(() -> OnnxTranslator.load(folder).close())
                .satisfies(refusal -> assertThat(refusal.file().getParent()).isEqualTo(folder))
                .withMessageContaining(name.matches("[0-9]+") ? "[" + name + "]" : name);
        Files.writeString(file, before);
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json.replace('\'', '"'));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
