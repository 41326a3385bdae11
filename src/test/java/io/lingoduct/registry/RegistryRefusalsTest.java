package io.lingoduct.registry;

import static io.lingoduct.registry.TestSchemas.ARTICLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answers that refuse something for good: they are not asked for again, and tell who must act. */
class RegistryRefusalsTest {

    @RegisterExtension
    private final RegistryKit kit = new RegistryKit();

    private final RegistryServer server = kit.server();

    @Test
    void shouldNotRepeatWhatIsRefusedForGood() {
        var registry = kit.client();
        server.faults().answerNext(1, 409, "{\"error_code\":409,\"message\":\"incompatible\"}");
        server.faults().answerNext(1, 422, "{\"error_code\":42201,\"message\":\"invalid\"}");

        assertThatThrownBy(() -> registry.register("news-value", ARTICLE)).isInstanceOf(SchemaRefusedException.class);
        assertThatThrownBy(() -> registry.register("other-value", ARTICLE)).isInstanceOf(SchemaRefusedException.class);
        assertThatThrownBy(() -> registry.lookUp("third-value", ARTICLE)).isInstanceOf(SchemaRefusedException.class);
        assertThatThrownBy(() -> registry.schema(9)).isInstanceOf(UnknownSchemaException.class);
        assertThat(server.requests()).hasSize(4);
        assertThat(kit.pauses()).isEmpty();
    }

    @Test
    void shouldTakeAForbiddenSubjectForAFaultOfTheRights() {
        server.faults().answerNext(1, 403, "{\"error_code\":40301,\"message\":\"User is denied operation Write\"}");

        assertThatThrownBy(() -> kit.client().register("news-value", ARTICLE))
                .isInstanceOf(RegistryDeniedException.class)
                .hasMessageContaining("status 403, code 40301: User is denied operation Write; check the credentials");
    }

    @Test
    void shouldTakeAReadOnlyRegistryForAFaultThatPasses() {
        var registry = kit.client();
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

        assertThatThrownBy(() -> kit.client().register("news-value", ARTICLE))
                .isInstanceOf(SchemaRefusedException.class);
        assertThatThrownBy(() -> kit.client().register("n".repeat(1001), ARTICLE))
                .isInstanceOf(SchemaRefusedException.class)
                .hasMessageContaining("is longer than 1000 characters");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void shouldAskOnceInAFewSecondsForAnUnknownId() {
        var registry = kit.client();
        for (int i = 0; i < 10_000; i++) {
            assertThatThrownBy(() -> registry.schema(7))
                    .isInstanceOf(UnknownSchemaException.class)
                    .hasMessage("the registry has no schema with id 7");
        }
        assertThat(server.requests()).containsExactly("GET /schemas/ids/7");
    }

    @Test
    void shouldAskOnceInAFewSecondsForWhatIsRefused() {
        var registry = kit.client();
        server.faults().answerNext(1, 409, "{\"error_code\":409,\"message\":\"incompatible\"}");
        for (int i = 0; i < 1000; i++) {
            assertThatThrownBy(() -> registry.register("news-value", ARTICLE))
                    .isInstanceOf(SchemaRefusedException.class)
                    .hasMessageContaining("is incompatible with the versions there");
        }
        assertThat(server.requests()).hasSize(1);

        kit.advance(Refusals.KEPT);

        assertThat(registry.register("news-value", ARTICLE)).isEqualTo(1);
    }

    @Test
    void shouldStayWithinItsMemoryWhenAllIdsAreUnknown() {
        var unknown = new Refusals<Integer>(UnknownSchemaException::new, 100, id -> 1, kit.ticker());
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
}
