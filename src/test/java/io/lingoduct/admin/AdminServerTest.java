package io.lingoduct.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lingoduct.config.EngineConfig;
import io.lingoduct.config.SearchConfig;
import io.lingoduct.model.TestBundles;
import io.lingoduct.serving.ModelMemory;
import io.lingoduct.serving.ServedModel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AdminServerTest {

    @TempDir
    private Path temporary;

    private final HttpClient client = HttpClient.newHttpClient();
    private Path folder;
    private ServedModel model;
    private AdminServer server;
    private volatile boolean alive = true;
    private volatile boolean ready;

    @BeforeEach
    void start() throws IOException {
        folder = TestBundles.greedy().write(temporary.resolve("upper"));
        model = new ServedModel(
                folder,
                new EngineConfig(2048, 0, 100, 0, 0, 1, SearchConfig.OF_BUNDLE, null, 0, 0),
                ModelMemory.limitedTo(null));
        server = AdminServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), new AdminService() {

            @Override
            public boolean isAlive() {
                return alive;
            }

            @Override
            public boolean isReady() {
                return ready;
            }

            @Override
            public List<ServedModel> models() {
                return List.of(model);
            }
        });
    }

    @AfterEach
    void stop() {
        server.close();
        model.close();
    }

    @Test
    void shouldTellWhetherTheServiceIsReady() throws Exception {
        assertThat(send("GET", "/readyz").statusCode()).isEqualTo(503);
        ready = true;
        assertThat(send("GET", "/readyz").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldTellWhetherTheServiceIsAlive() throws Exception {
        assertThat(send("GET", "/healthz").statusCode()).isEqualTo(200);
        alive = false;
        assertThat(send("GET", "/healthz").statusCode()).isEqualTo(503);
    }

    @Test
    void shouldListTheModels() throws Exception {
        var listed = json(send("GET", "/models")).at("/models/0");

        assertThat(listed.get("folder").asText()).isEqualTo(folder.toString());
        assertThat(listed.get("name").asText()).isEqualTo("upper-case");
        assertThat(listed.get("version").asText()).isEqualTo("1");
        assertThat(listed.get("source_language").asText()).isEqualTo("en");
        assertThat(listed.get("target_language").asText()).isEqualTo("de");
    }

    @Test
    void shouldTakeANewBundleOnRequest() throws Exception {
        assertThat(json(send("POST", "/models/reload")).at("/models/0/outcome").asText())
                .isEqualTo("unchanged");
        TestBundles.editManifest(folder, manifest -> manifest.put("version", "2"));

        var answer = send("POST", "/models/reload");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).at("/models/0/outcome").asText()).isEqualTo("swapped");
        assertThat(json(answer).at("/models/0/version").asText()).isEqualTo("2");
    }

    @Test
    void shouldSayWhyABundleIsRefused() throws Exception {
        TestBundles.editManifest(folder, manifest -> manifest.put("version", "2"));
        TestBundles.flipBit(folder.resolve(TestBundles.GRAPH));

        var answer = send("POST", "/models/reload");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).at("/models/0/outcome").asText()).isEqualTo("refused");
        assertThat(json(answer).at("/models/0/version").asText()).isEqualTo("1");
        assertThat(json(answer).at("/models/0/reason").asText()).contains(TestBundles.GRAPH);
    }

    @Test
    void shouldNotReloadForAReader() throws Exception {
        TestBundles.editManifest(folder, manifest -> manifest.put("version", "2"));

        var answer = send("GET", "/models/reload");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
        assertThat(model.model().version()).isEqualTo("1");
    }

    @Test
    void shouldSayThatThereIsNothingElse() throws Exception {
        assertThat(send("GET", "/models/x").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        var uri = URI.create("http://127.0.0.1:" + server.port() + path);
        return client.send(
                HttpRequest.newBuilder(uri)
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }
}
