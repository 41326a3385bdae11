package io.lingoduct.bench.chaos.traffic;

import static io.lingoduct.registry.RegistrySettingsBuilder.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.bench.chaos.process.FreePorts;
import io.lingoduct.registry.RegistryUnavailableException;
import io.lingoduct.registry.SchemaRegistry;
import io.lingoduct.serde.FieldMapping;
import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.serde.MessageFormat;
import io.lingoduct.serde.ReadFields;
import io.lingoduct.serde.TextFormat;
import io.lingoduct.serde.avro.AvroRecordFormat;
import io.lingoduct.serde.avro.framing.RegistryFraming;
import io.lingoduct.serde.avro.framing.SingleObjectFraming;
import io.lingoduct.serde.json.JsonFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages are what they are meant to be, to the formats and the registry client of the service. */
class PayloadsTest {

    private static final List<String> TEXTS = List.of("first text", "second text");

    private RegistryStandIn registry;
    private Payloads payloads;

    @BeforeEach
    void start() throws Exception {
        registry = new RegistryStandIn(FreePorts.find());
        payloads = new Payloads(TEXTS, registry);
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @ParameterizedTest
    @EnumSource
    void shouldMakeGoodMessages(ChaosRoute route) {
        assertThat(format(route).decode(payloads.good(route, 3)).texts()).containsExactly("second text");
    }

    @ParameterizedTest
    @EnumSource
    void shouldMakeMessagesThatAreNotOfTheFormat(ChaosRoute route) {
        assertThatThrownBy(() -> format(route).decode(payloads.poisoned(route)))
                .isInstanceOf(MalformedMessageException.class);
    }

    @ParameterizedTest
    @EnumSource
    void shouldMakeMessagesThatAreTooLargeForTheOutput(ChaosRoute route) {
        var value = payloads.oversize(route);

        assertThat(value).hasSizeGreaterThan(ChaosTopics.LARGEST_OUTPUT);
        assertThat(format(route).decode(value).texts()).hasSize(1);
    }

    @Test
    void shouldNeedTheRegistryForANewSchemaAndFindItThereAgain() throws Exception {
        var format = format(ChaosRoute.AVRO);
        format.decode(payloads.good(ChaosRoute.AVRO, 0));
        registry.down();
        format.decode(payloads.good(ChaosRoute.AVRO, 0));

        payloads.nextSchema();
        var value = payloads.good(ChaosRoute.AVRO, 0);

        assertThatThrownBy(() -> format.decode(value)).isInstanceOf(RegistryUnavailableException.class);
        registry.up();
        assertThat(format.decode(value).texts()).containsExactly("first text");
    }

    private MessageFormat format(ChaosRoute route) {
        var fields = List.of(FieldMapping.inPlace(Payloads.FIELD));
        return switch (route) {
            case TEXT, COMPACTED -> new TextFormat();
            case JSON -> new JsonFormat(fields, ReadFields.NONE);
            case AVRO -> new AvroRecordFormat(fields, ReadFields.NONE, framing());
        };
    }

    private RegistryFraming framing() {
        var client = new SchemaRegistry(settings(registry.url()).retries(0).build());
        return new RegistryFraming(client, new SingleObjectFraming(List.of()), "avro");
    }
}
