package io.lingoduct.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.TestBundles;
import io.lingoduct.service.EngineSections;
import io.lingoduct.serving.ModelMemory;
import io.lingoduct.serving.ServedModel;
import io.lingoduct.streams.status.RouteState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class AdminServerTest {

    private static final String TOKEN = "correct-horse-battery";

    @TempDir
    private Path temporary;

    private final TestService service = new TestService();
    private Path folder;
    private ServedModel model;
    private AdminServer server;

    @BeforeEach
    void start() throws IOException {
        folder = TestBundles.greedy().write(temporary.resolve("upper"));
        model = new ServedModel(folder, EngineSections.of(Map.of()), ModelMemory.limitedTo(null));
        service.models = List.of(model);
        service.routes.add(TestService.route("reviews.de", RouteState.RUNNING));
        server = AdminServer.start(TestService.SETTINGS, service.requests(), AdminLimits.WAIT);
    }

    @AfterEach
    void stop() {
        server.close();
        model.close();
    }

    @Test
    void shouldTellWhetherTheServiceIsReadyAndWhyNot() throws IOException {
        assertThat(ask("GET", "/readyz").code()).isEqualTo(200);
        service.routes.add(TestService.failing("titles.de", RouteState.HELD, "topic titles.de is gone"));

        var answer = ask("GET", "/readyz");

        assertThat(answer.code()).isEqualTo(503);
        assertThat(answer.json().at("/reasons/0").asText())
                .isEqualTo("route titles.de is held: topic titles.de is gone");
        assertThat(ask("GET", "/healthz").code()).isEqualTo(200);
    }

    @Test
    void shouldTellWhetherTheServiceIsAlive() throws IOException {
        assertThat(ask("GET", "/healthz").code()).isEqualTo(200);
        service.phase = ServicePhase.ENDED;

        var answer = ask("GET", "/healthz");

        assertThat(answer.code()).isEqualTo(503);
        assertThat(answer.json().at("/reasons/0").asText()).isEqualTo("the service has ended");
    }

    @Test
    void shouldTellHowEveryRouteFares() throws IOException {
        service.routes.add(TestService.failing("titles.de", RouteState.HELD, "topic titles.de is gone"));

        var status = ask("GET", "/status").json();

        assertThat(status.get("version").asText()).isEqualTo("1.2.3");
        assertThat(status.get("started_at").asText()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(status.get("uptime_seconds").asLong()).isEqualTo(7_200);
        assertThat(status.get("ready").asBoolean()).isFalse();
        assertThat(status.at("/reasons/0").asText()).isEqualTo("route titles.de is held: topic titles.de is gone");
        assertThat(status.at("/routes/0").toString())
                .isEqualTo(
                        "{\"name\":\"reviews.de\",\"state\":\"running\",\"last_commit\":null,\"lag\":null,"
                                + "\"in_flight\":0,\"seconds_without_progress\":0,"
                                + "\"quality\":{\"below_minimum\":0,\"sources_kept\":0,\"for_review\":0},\"last_failure\":null}");
        assertThat(status.at("/routes/1").toString())
                .isEqualTo("{\"name\":\"titles.de\",\"state\":\"held\",\"last_commit\":\"2026-03-01T10:01:00Z\","
                        + "\"lag\":12,\"in_flight\":5,\"seconds_without_progress\":7,"
                        + "\"quality\":{\"below_minimum\":0,\"sources_kept\":0,\"for_review\":0},\"last_failure\":{"
                        + "\"at\":\"2026-03-01T10:01:30Z\",\"topic\":\"reviews.de\",\"partition\":3,"
                        + "\"offset\":4711,\"reason\":\"topic titles.de is gone\"}}");
    }

    @Test
    void shouldPauseAndResumeARoute() throws IOException {
        var paused = ask("POST", "/routes/reviews.de/pause");
        assertThat(paused.code()).isEqualTo(200);
        assertThat(paused.json().get("state").asText()).isEqualTo("paused");
        assertThat(ask("GET", "/readyz").code()).isEqualTo(200);

        var resumed = ask("POST", "/routes/reviews.de/resume");
        assertThat(resumed.code()).isEqualTo(200);
        assertThat(resumed.json().get("state").asText()).isEqualTo("running");
    }

    @ParameterizedTest
    @CsvSource({"a b+c/ü, a%20b+c%2F%C3%BC", "100%, 100%25", "'{topic}.de', %7Btopic%7D.de"})
    void shouldDecodeTheNameOfARoute(String name, String path) throws IOException {
        service.routes.add(TestService.route(name, RouteState.RUNNING));

        var answer = ask("POST", "/routes/" + path + "/pause");

        assertThat(answer.code()).isEqualTo(200);
        assertThat(answer.json().get("name").asText()).isEqualTo(name);
    }

    @Test
    void shouldSayThatThereIsNoSuchRoute() throws IOException {
        assertThat(ask("POST", "/routes/titles/pause").code()).isEqualTo(404);
        assertThat(ask("POST", "/routes/titles/resume").code()).isEqualTo(404);
        assertThat(ask("POST", "/routes//pause").code()).isBetween(400, 404);
    }

    @Test
    void shouldListTheModels() throws IOException {
        var listed = ask("GET", "/models").json().at("/models/0");

        assertThat(listed.get("folder").asText()).isEqualTo(folder.toString());
        assertThat(listed.get("name").asText()).isEqualTo("upper-case");
        assertThat(listed.get("version").asText()).isEqualTo("1");
        assertThat(listed.get("source_language").asText()).isEqualTo("en");
        assertThat(listed.get("target_language").asText()).isEqualTo("de");
    }

    @Test
    void shouldTellTheFiguresOfAModelsEngine() throws IOException {
        model.texts().translate("hello").join();

        var engine = ask("GET", "/models").json().at("/models/0/engine");
        assertThat(engine.get("segments").asLong()).isEqualTo(1);
        assertThat(engine.get("batches").asLong()).isEqualTo(1);
        assertThat(engine.get("source_tokens").asLong())
                .isPositive()
                .isEqualTo(engine.get("padded_tokens").asLong());
        assertThat(engine.get("queue_depth").asInt()).isZero();
        assertThat(engine.get("failed_segments").asLong()).isZero();
    }

    @Test
    void shouldTakeANewBundleOnRequest() throws IOException {
        assertThat(ask("POST", "/models/reload").json().at("/models/0/outcome").asText())
                .isEqualTo("unchanged");
        TestBundles.editManifest(folder, manifest -> manifest.put("version", "2"));

        var answer = ask("POST", "/models/reload");

        assertThat(answer.code()).isEqualTo(200);
        assertThat(answer.json().at("/models/0/outcome").asText()).isEqualTo("swapped");
        assertThat(answer.json().at("/models/0/version").asText()).isEqualTo("2");
    }

    @Test
    void shouldSayWhyABundleIsRefused() throws IOException {
        TestBundles.editManifest(folder, manifest -> manifest.put("version", "2"));
        TestBundles.flipBit(folder.resolve(TestBundles.GRAPH));

        var answer = ask("POST", "/models/reload");

        assertThat(answer.code()).isEqualTo(422);
        assertThat(answer.json().at("/models/0/outcome").asText()).isEqualTo("refused");
        assertThat(answer.json().at("/models/0/version").asText()).isEqualTo("1");
        assertThat(answer.json().at("/models/0/reason").asText()).contains(TestBundles.GRAPH);
    }

    @Test
    void shouldNotReloadForAReader() throws IOException {
        TestBundles.editManifest(folder, manifest -> manifest.put("version", "2"));

        var answer = ask("GET", "/models/reload");

        assertThat(answer.code()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("POST, OPTIONS");
        assertThat(model.model().version()).isEqualTo("1");
    }

    @Test
    void shouldServeAdministratorsWithATokenOnly() throws IOException {
        try (var closed =
                AdminServer.start(TestService.settings(TOKEN, List.of()), service.requests(), AdminLimits.WAIT)) {
            assertThat(RawHttp.ask(closed, "GET", "/healthz").code()).isEqualTo(200);
            assertThat(RawHttp.ask(closed, "GET", "/readyz").code()).isEqualTo(200);
            for (var path : List.of("/status", "/models")) {
                assertThat(RawHttp.ask(closed, "GET", path).code()).isEqualTo(401);
                assertThat(RawHttp.ask(closed, "GET", path, "Authorization: Bearer " + TOKEN)
                                .code())
                        .isEqualTo(200);
            }
            assertThat(RawHttp.ask(closed, "POST", "/routes/reviews.de/pause").code())
                    .isEqualTo(401);
            assertThat(service.routes.get(0).state()).isEqualTo(RouteState.RUNNING);
        }
    }

    @Test
    void shouldNotServeWebPagesOfOthers() throws IOException {
        assertThat(ask("POST", "/routes/reviews.de/pause", "Origin: http://evil.example")
                        .code())
                .isEqualTo(403);
        assertThat(ask("POST", "/routes/reviews.de/pause", "Sec-Fetch-Site: cross-site")
                        .code())
                .isEqualTo(403);
        assertThat(RawHttp.exchange(
                                server,
                                "GET /readyz HTTP/1.1\r\nHost: rebound.evil.example\r\nConnection: close\r\n\r\n")
                        .code())
                .isEqualTo(403);
        assertThat(service.routes.get(0).state()).isEqualTo(RouteState.RUNNING);
    }

    private RawHttp.Reply ask(String method, String path, String... headers) throws IOException {
        return RawHttp.ask(server, method, path, headers);
    }
}
