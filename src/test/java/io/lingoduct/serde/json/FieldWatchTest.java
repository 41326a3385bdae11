package io.lingoduct.serde.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.serde.FieldMapping;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FieldWatchTest {

    private final FieldWatch watch =
            new FieldWatch(List.of(FieldMapping.inPlace("title"), FieldMapping.inPlace("comments[].body")));

    @Test
    void shouldTellOnceOfAFieldThatNoMessageHas() {
        for (int i = 1; i < FieldWatch.MESSAGES; i++) {
            assertThat(watch.look(Set.of("title"))).isEmpty();
        }

        assertThat(watch.look(Set.of("title"))).containsExactly("comments[].body");
        assertThat(watch.look(Set.of("title"))).isEmpty();
    }

    @Test
    void shouldBeContentWithAFieldThatOneMessageHas() {
        for (int i = 1; i < FieldWatch.MESSAGES; i++) {
            watch.look(Set.of("title"));
        }

        assertThat(watch.look(Set.of("comments[].body"))).isEmpty();
    }
}
