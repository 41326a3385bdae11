package io.lingoduct.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SchemaRoomTest {

    @Test
    void shouldGrowWithTheHeapUpToALimit() {
        assertThat(SchemaRoom.characters(8, 256L << 20)).isEqualTo(2 << 20);
        assertThat(SchemaRoom.characters(16, 256L << 20)).isEqualTo(1 << 20);
        assertThat(SchemaRoom.characters(8, 64L << 30)).isEqualTo(32 << 20);
    }
}
