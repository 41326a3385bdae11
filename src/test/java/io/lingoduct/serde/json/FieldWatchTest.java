package io.lingoduct.serde.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.serde.FieldMapping;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldWatchTest {

    private final FieldWatch watch =
            new FieldWatch(List.of(FieldMapping.inPlace("title"), FieldMapping.inPlace("comments[].body")));

    @Test
    void shouldTellOnceOfAFieldThatNoMessageHas() {
        for (int i = 1; i < FieldWatch.MESSAGES; i++) {
            assertThat(watch.look("title"::equals)).isEmpty();
        }

        assertThat(watch.look("title"::equals)).containsExactly("comments[].body");
        assertThat(watch.look("title"::equals)).isEmpty();
    }

    @Test
    void shouldBeContentWithAFieldThatOneMessageHas() {
        for (int i = 1; i < FieldWatch.MESSAGES; i++) {
            watch.look("title"::equals);
        }

        assertThat(watch.look("comments[].body"::equals)).isEmpty();
    }
}
