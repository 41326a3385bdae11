package io.lingoduct.serde.avro.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.serde.avro.Articles;
import io.lingoduct.serde.avro.HostileSchemas;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class PerSchemaTest {

    private final AtomicInteger derived = new AtomicInteger();

    @Test
    void shouldDeriveOnceForEachSchema() {
        var names = new PerSchema<>((schema, shape) -> {
            derived.incrementAndGet();
            return schema.getName();
        });

        assertThat(names.get(Articles.SCHEMA)).isEqualTo("Article");
        assertThat(names.get(Articles.SCHEMA)).isEqualTo("Article");
        assertThat(derived).hasValue(1);
    }

    @Test
    void shouldFindOutOnceThatASchemaCannotBeUsed() {
        var names = new PerSchema<String>((schema, shape) -> {
            derived.incrementAndGet();
            throw new NullPointerException("with a part of the message");
        });

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> names.get(Articles.SCHEMA))
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessage("the schema news.Article cannot be used: NullPointerException");
        }
        assertThat(derived).hasValue(1);
    }

    @Test
    void shouldMakeAnythingOfAnEndlessDerivationAFaultOfTheMessage() {
        var names = new PerSchema<>((schema, shape) -> endless(schema));

        assertThatThrownBy(() -> names.get(Articles.SCHEMA))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("the schema news.Article cannot be used: StackOverflowError");
    }

    @Test
    void shouldKeepFewLargeSchemas() {
        var names = new PerSchema<>((schema, shape) -> derived.incrementAndGet());
        // Some 65,000 steps each, which weigh more together than is kept.
        var schemas = IntStream.range(0, 60)
                .mapToObj(i -> HostileSchemas.parse(HostileSchemas.doubling(14)))
                .toList();
        for (int round = 0; round < 2; round++) {
            schemas.forEach(names::get);
        }

        assertThat(derived).hasValueGreaterThan(schemas.size());
    }

    @Test
    void shouldKeepFewSchemasWithLongTexts() {
        var names = new PerSchema<>((schema, shape) -> derived.incrementAndGet());
        // Not a field in any, and together more than is kept.
        var schemas = IntStream.range(0, 40)
                .mapToObj(i -> Schema.createRecord("Long", "d".repeat(1_000_000), null, false, List.of()))
                .toList();
        for (int round = 0; round < 2; round++) {
            schemas.forEach(names::get);
        }

        assertThat(derived).hasValueGreaterThan(schemas.size());
    }

    @Test
    void shouldShortenANameThatIsTooLongForAReason() {
        var schema = Schema.createRecord("N".repeat(10_000), null, null, false, List.of());
        var names = new PerSchema<String>((found, shape) -> {
            throw new IllegalArgumentException();
        });

        assertThatThrownBy(() -> names.get(schema))
                .hasMessage("the schema " + "N".repeat(200) + "… cannot be used: IllegalArgumentException");
    }

    private static String endless(Schema schema) {
        return endless(schema) + 1;
    }
}
