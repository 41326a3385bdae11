package io.lingoduct.registry;

import static io.lingoduct.registry.RegistrySettingsBuilder.settings;
import static io.lingoduct.registry.TestSchemas.ARTICLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answers that are none, hostile ones, and the credentials that are shown. */
class RegistryAnswersTest {

    @RegisterExtension
    private final RegistryKit kit = new RegistryKit();

    private final RegistryServer server = kit.server();

    @Test
    void shouldNotReadAnAnswerWithoutEnd() {
        server.faults().answerNext(1, 200, "{\"schema\":\"" + "x".repeat(RegistryReply.MAX_BYTES) + "\"}");
        server.faults().answerNext(1, 200, " ".repeat(RegistryReply.MAX_BYTES) + "{\"id\":1}");
        var registry = kit.client();

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

        assertThatThrownBy(() -> kit.client().schema(1))
                .hasMessageContaining("a\\u001B[2Jb c\\u202Edeee")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(800).doesNotMatch("(?s).*\\p{Cntrl}.*"));
    }

    @Test
    void shouldNotTellControlCharactersOfWhatIsNoAnswer() throws Exception {
        try (var listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var answering = new Thread(() -> answerWith("HT\u001b[2JTP/1.1 200 OK\r\n\r\n", listener));
            answering.start();
            var url = URI.create("http://localhost:" + listener.getLocalPort());

            assertThatThrownBy(
                            () -> kit.client(settings(url).retries(0).build()).schema(1))
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
        var registry = kit.client();

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

        assertThatThrownBy(() -> kit.client(
                                settings(server.url()).basicAuth("ann", "pw").build())
                        .schema(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("redirects are not followed");
    }

    @Test
    void shouldShowItsUserAndPassword() {
        server.requireBasic("ann", "pä:ss");

        assertThat(kit.client(settings(server.url()).basicAuth("ann", "pä:ss").build())
                        .register("news-value", ARTICLE))
                .isEqualTo(1);
    }

    @Test
    void shouldShowItsToken() {
        server.requireBearer("abc.def");

        assertThat(kit.client(settings(server.url()).bearerToken("abc.def").build())
                        .register("news-value", ARTICLE))
                .isEqualTo(1);
    }

    @Test
    void shouldNotRepeatNorTellRefusedCredentialsNorTakeThemForAnOutage() {
        server.requireBasic("ann", "right");

        assertThatThrownBy(() -> kit.client(
                                settings(server.url()).basicAuth("ann", "wr0ng").build())
                        .schema(1))
                .isInstanceOf(RegistryDeniedException.class)
                .hasMessage(
                        "the registry at " + server.url()
                                + " answered with status 401, code 401: Unauthorized; check the credentials and what they allow")
                .hasMessageNotContaining("wr0ng");
        assertThat(server.requests()).hasSize(1);
    }
}
