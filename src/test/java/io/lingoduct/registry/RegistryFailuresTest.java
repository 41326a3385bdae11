package io.lingoduct.registry;

import static io.lingoduct.registry.TestSchemas.ARTICLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryFailuresTest {

    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private RegistryServer server;
    private RegistrySettings settings;

    @BeforeEach
    void start() throws IOException {
        server = RegistryServer.start();
        settings = RegistrySettings.of(server.url());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private SchemaRegistry client(RegistrySettings with) {
        return new SchemaRegistry(with, pauses::add, new Random(11), nanos::get);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void shouldTryAgainWhenTheFailureMayPass(int status) {
        server.faults().failNext(3, status);

        assertThat(client(settings).register("news-value", ARTICLE)).isEqualTo(1);
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void shouldPauseTwiceAsLongEachTimeLessARandomShare() {
        server.faults().failNext(7, 503);

        client(settings.withRetries(7)).register("news-value", ARTICLE);

        var limits = List.of(100, 200, 400, 800, 1600, 2000, 2000);
        assertThat(pauses).hasSameSizeAs(limits).doesNotHaveDuplicates();
        for (int i = 0; i < limits.size(); i++) {
            assertThat(pauses.get(i).toMillis()).isBetween(limits.get(i) / 2L, (long) limits.get(i));
        }
    }

    @Test
    void shouldTryAgainWhenTheConnectionBreaks() {
        server.faults().dropNext(2);

        assertThat(client(settings).register("news-value", ARTICLE)).isEqualTo(1);
        assertThat(pauses).hasSize(2);
    }

    @Test
    void shouldGiveUpAfterTheLastRetry() {
        server.faults().setOutage(true);

        assertThatThrownBy(() -> client(settings.withRetries(2)).register("news-value", ARTICLE))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessage("the registry gave no usable answer in 3 attempts, the last one: POST " + server.url()
                        + "/subjects/news-value/versions: status 503");
        assertThat(server.requests()).hasSize(3);
        assertThat(pauses).hasSize(2);
    }

    @Test
    void shouldServeAgainWhenAnOutageIsOver() {
        var registry = client(settings.withRetries(0));
        server.faults().setOutage(true);
        assertThatThrownBy(() -> registry.register("news-value", ARTICLE))
                .isInstanceOf(RegistryUnavailableException.class);

        server.faults().setOutage(false);

        assertThat(registry.register("news-value", ARTICLE)).isEqualTo(1);
    }

    @Test
    void shouldServeFromTheCacheDuringAnOutage() {
        var registry = client(settings);
        int id = registry.register("news-value", ARTICLE);
        server.faults().setOutage(true);

        assertThat(registry.schema(id)).isEqualTo(ARTICLE);
        assertThat(registry.register("news-value", ARTICLE)).isEqualTo(id);
    }

    @Test
    void shouldSayThatNobodyListens() {
        server.close();

        assertThatThrownBy(() -> client(settings.withRetries(1)).schema(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageStartingWith(
                        "the registry gave no usable answer in 2 attempts, the last one: GET " + server.url());
    }

    @Test
    void shouldNotWaitLongerThanTheTimeout() {
        server.faults().setLatency(Duration.ofMinutes(1));

        assertThatThrownBy(() -> client(
                                settings.withTimeout(Duration.ofMillis(200)).withRetries(1))
                        .schema(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageEndingWith("no answer within 200 ms");
    }

    @Test
    void shouldNotWaitForTheRestOfAnAnswerLongerThanTheTimeout() {
        server.faults().stallNext(1);

        assertThatThrownBy(() -> client(
                                settings.withTimeout(Duration.ofMillis(300)).withRetries(0))
                        .schema(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageEndingWith("no answer within 300 ms");
    }

    @Test
    void shouldStopWaitingWhenInterrupted() {
        server.faults().setOutage(true);
        var registry = new SchemaRegistry(
                settings,
                pause -> {
                    throw new InterruptedException();
                },
                new Random(11),
                nanos::get);

        assertThatThrownBy(() -> registry.schema(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void shouldNotRepeatWhatIsRefusedForGood() {
        var registry = client(settings);
        server.faults().answerNext(1, 409, "{\"error_code\":409,\"message\":\"incompatible\"}");
        server.faults().answerNext(1, 422, "{\"error_code\":42201,\"message\":\"invalid\"}");

        assertThatThrownBy(() -> registry.register("news-value", ARTICLE)).isInstanceOf(SchemaRefusedException.class);
        assertThatThrownBy(() -> registry.register("other-value", ARTICLE)).isInstanceOf(SchemaRefusedException.class);
        assertThatThrownBy(() -> registry.lookUp("third-value", ARTICLE)).isInstanceOf(SchemaRefusedException.class);
        assertThatThrownBy(() -> registry.schema(9)).isInstanceOf(UnknownSchemaException.class);
        assertThat(server.requests()).hasSize(4);
        assertThat(pauses).isEmpty();
    }

    @Test
    void shouldTakeAForbiddenSubjectForAFaultOfTheRights() {
        server.faults().answerNext(1, 403, "{\"error_code\":40301,\"message\":\"User is denied operation Write\"}");

        assertThatThrownBy(() -> client(settings).register("news-value", ARTICLE))
                .isInstanceOf(RegistryDeniedException.class)
                .hasMessageContaining("status 403, code 40301: User is denied operation Write; check the credentials");
    }

    @Test
    void shouldTakeAReadOnlyRegistryForAFaultThatPasses() {
        var registry = client(settings);
        server.faults().answerNext(1, 422, "{\"error_code\":42205,\"message\":\"Subject is in read-only mode\"}");

        assertThatThrownBy(() -> registry.register("news-value", ARTICLE))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("read-only")
                .hasMessageContaining("42205");
        assertThat(registry.register("news-value", ARTICLE)).isEqualTo(1);
    }

    @Test
    void shouldTakeARequestThatIsTooLongForARefusal() {
        server.faults().answerNext(1, 413, "too long");

        assertThatThrownBy(() -> client(settings).register("news-value", ARTICLE))
                .isInstanceOf(SchemaRefusedException.class);
        assertThatThrownBy(() -> client(settings).register("n".repeat(1001), ARTICLE))
                .isInstanceOf(SchemaRefusedException.class)
                .hasMessageContaining("is longer than 1000 characters");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void shouldAskOnceInAFewSecondsForAnUnknownId() {
        var registry = client(settings);
        for (int i = 0; i < 10_000; i++) {
            assertThatThrownBy(() -> registry.schema(7))
                    .isInstanceOf(UnknownSchemaException.class)
                    .hasMessage("the registry has no schema with id 7");
        }
        assertThat(server.requests()).containsExactly("GET /schemas/ids/7");
    }

    @Test
    void shouldAskOnceInAFewSecondsForWhatIsRefused() {
        var registry = client(settings);
        server.faults().answerNext(1, 409, "{\"error_code\":409,\"message\":\"incompatible\"}");
        for (int i = 0; i < 1000; i++) {
            assertThatThrownBy(() -> registry.register("news-value", ARTICLE))
                    .isInstanceOf(SchemaRefusedException.class)
                    .hasMessageContaining("is incompatible with the versions there");
        }
        assertThat(server.requests()).hasSize(1);

        nanos.addAndGet(Refusals.KEPT.toNanos());

        assertThat(registry.register("news-value", ARTICLE)).isEqualTo(1);
    }

    @Test
    void shouldStayWithinItsMemoryWhenAllIdsAreUnknown() {
        var unknown = new Refusals<Integer>(UnknownSchemaException::new, 100, id -> 1, nanos::get);
        for (int id = 0; id < 10_000; id++) {
            unknown.remember(id, new UnknownSchemaException("unknown"));
        }

        assertThat(IntStream.range(0, 10_000).filter(id -> isRemembered(unknown, id)))
                .hasSizeLessThanOrEqualTo(100);
    }

    private static boolean isRemembered(Refusals<Integer> unknown, int id) {
        try {
            unknown.check(id);
            return false;
        } catch (UnknownSchemaException e) {
            return true;
        }
    }

    @Test
    void shouldNotReadAnAnswerWithoutEnd() {
        server.faults().answerNext(1, 200, "{\"schema\":\"" + "x".repeat(LimitedBody.MAX_BYTES) + "\"}");
        server.faults().answerNext(1, 200, " ".repeat(LimitedBody.MAX_BYTES) + "{\"id\":1}");
        var registry = client(settings);

        assertThatThrownBy(() -> registry.schema(1))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessage("schema 1 is longer than 4194304 bytes, or refers to one that is: not read");
        assertThatThrownBy(() -> registry.register("news-value", ARTICLE))
                .isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void shouldNotTellControlCharactersOfAnAnswer() throws IOException {
        server.faults()
                .answerNext(
                        1,
                        403,
                        "{\"error_code\":403,\"message\":\"a\\u001b[2Jb\\nc\\u202ed" + "e".repeat(1000) + "\"}");

        assertThatThrownBy(() -> client(settings).schema(1))
                .hasMessageContaining("a\\u001B[2Jb c\\u202Edeee")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(800).doesNotMatch("(?s).*\\p{Cntrl}.*"));
    }

    @Test
    void shouldNotTellControlCharactersOfWhatIsNoAnswer() throws Exception {
        try (var listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var answering = new Thread(() -> answerWith("HT\u001b[2JTP/1.1 200 OK\r\n\r\n", listener));
            answering.start();
            var url = URI.create("http://localhost:" + listener.getLocalPort());

            assertThatThrownBy(() ->
                            client(RegistrySettings.of(url).withRetries(0)).schema(1))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .satisfies(e -> {
                        for (Throwable part = e; part != null; part = part.getCause()) {
                            assertThat(String.valueOf(part.getMessage())).doesNotMatch("(?s).*\\p{Cntrl}.*");
                        }
                    });
            answering.join();
        }
    }

    private static void answerWith(String bytes, ServerSocket listener) {
        try (var connection = listener.accept()) {
            connection.getInputStream().read();
            connection.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void shouldNotTakeAPageOfAnotherServerForAnUnknownSchema() {
        server.faults().answerNext(1, 404, "<html>Not found</html>");
        server.faults().answerNext(1, 200, "<html>Welcome</html>");
        server.faults().answerNext(1, 200, "");
        var registry = client(settings);

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> registry.schema(1))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("check that the url is the root of a Confluent REST API")
                    .hasMessageNotContaining("html");
        }
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void shouldNotFollowRedirectsWithItsCredentials() throws IOException {
        server.faults().answerNext(1, 302, "");

        assertThatThrownBy(() -> client(settings.withBasicAuth("ann", "pw")).schema(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("redirects are not followed");
    }

    @Test
    void shouldShowItsUserAndPassword() {
        server.requireBasic("ann", "pä:ss");

        assertThat(client(settings.withBasicAuth("ann", "pä:ss")).register("news-value", ARTICLE))
                .isEqualTo(1);
    }

    @Test
    void shouldShowItsToken() {
        server.requireBearer("abc.def");

        assertThat(client(settings.withBearerToken("abc.def")).register("news-value", ARTICLE))
                .isEqualTo(1);
    }

    @Test
    void shouldNotRepeatNorTellRefusedCredentialsNorTakeThemForAnOutage() {
        server.requireBasic("ann", "right");

        assertThatThrownBy(() -> client(settings.withBasicAuth("ann", "wr0ng")).schema(1))
                .isInstanceOf(RegistryDeniedException.class)
                .hasMessage(
                        "the registry at " + server.url()
                                + " answered with status 401, code 401: Unauthorized; check the credentials and what they allow")
                .hasMessageNotContaining("wr0ng");
        assertThat(server.requests()).hasSize(1);
    }
}
