package io.lingoduct.streams.route;

import static io.lingoduct.streams.route.TopologyKit.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;

/** Messages that no model fits or whose languages are unknown, and those without a value. */
class UnroutableMessagesTest {

    private static final String DETECTING = "[{from: in, to: '{topic}.{target}', target: [de, fr]}]";
    private static final String BY_HEADER =
            "[{from: in, to: '{topic}.{target}', source-header: lang, source: en, target-header: to}]";

    @Test
    void shouldWriteADeadLetterWhereNoModelTranslatesThePair() {
        try (var kit = new RoutingKit(BY_HEADER)) {
            kit.send("in", "bonjour", language("fr"), target("de"));

            assertThat(kit.cause())
                    .isEqualTo("NoModelException: no model translates fr to de;"
                            + " loaded are: de to en, en to de, en to fr, pt-BR to en");
        }
    }

    @Test
    void shouldWriteNoTopicThatNoModelTranslatesInto() {
        try (var kit = new RoutingKit(BY_HEADER)) {
            kit.send("in", "ciao", language("it"), target("it"));

            assertThat(kit.cause()).startsWith("NoModelException: no model translates into it;");
        }
    }

    @Test
    void shouldWriteNothingButADeadLetterWhereOneOfTheTargetsFails() {
        try (var kit = new RoutingKit(DETECTING)) {
            kit.send("in", "de hallo");

            assertThat(kit.cause()).startsWith("NoModelException: no model translates de to fr;");
            assertThat(kit.read("in.de")).isEmpty();
        }
    }

    @Test
    void shouldWriteADeadLetterWhereNoTargetIsNamed() {
        try (var kit = new RoutingKit(BY_HEADER)) {
            kit.send("in", "hello");

            assertThat(kit.cause())
                    .isEqualTo("UnknownLanguageException: neither the message nor its route names a target language");
        }
    }

    @Test
    void shouldWriteADeadLetterWhereALanguageIsNoTag() {
        try (var kit = new RoutingKit(BY_HEADER)) {
            kit.send("in", "hello", target("to german"));

            assertThat(kit.cause()).startsWith("UnknownLanguageException: ").doesNotContain("german");
        }
    }

    @Test
    void shouldPassATombstoneToTheTopicOfEachTarget() {
        try (var kit = new RoutingKit(DETECTING)) {
            kit.send("in", (byte[]) null);

            assertThat(kit.texts("in.de")).containsOnlyNulls().hasSize(1);
            assertThat(kit.texts("in.fr")).containsOnlyNulls().hasSize(1);
        }
    }

    @Test
    void shouldPassATombstoneOnceToATopicOfSeveralTargets() {
        try (var kit = new RoutingKit("[{from: in, to: out, source: en, target: [de, fr]}]")) {
            kit.send("in", (byte[]) null);

            assertThat(kit.texts("out")).containsOnlyNulls().hasSize(1);
        }
    }

    @Test
    void shouldWriteADeadLetterForATombstoneWithoutATarget() {
        try (var kit = new RoutingKit(BY_HEADER)) {
            kit.send("in", (byte[]) null);

            assertThat(kit.cause()).startsWith("UnknownLanguageException: ");
        }
    }

    private static Header language(String tag) {
        return new RecordHeader("lang", bytes(tag));
    }

    private static Header target(String tags) {
        return new RecordHeader("to", bytes(tags));
    }
}
