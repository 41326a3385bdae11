package io.lingoduct.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.serde.FieldPath.AllElements;
import io.lingoduct.serde.FieldPath.AllMembers;
import io.lingoduct.serde.FieldPath.Member;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldPathTest {

    @Test
    void shouldReadNamesElementsAndAllMembers() {
        assertThat(FieldPath.parse("posts[].comments[][].texts.*.body").steps())
                .containsExactly(
                        new Member("posts"),
                        new AllElements(),
                        new Member("comments"),
                        new AllElements(),
                        new AllElements(),
                        new Member("texts"),
                        new AllMembers(),
                        new Member("body"));
    }

    @Test
    void shouldReadAnArrayOfTheOutermostLevel() {
        assertThat(FieldPath.parse("[].title").steps()).containsExactly(new AllElements(), new Member("title"));
    }

    @Test
    void shouldTakeEscapedCharactersAsPartsOfNames() {
        assertThat(FieldPath.parse("a\\.b.\\*.c\\[\\]\\\\").steps())
                .containsExactly(new Member("a.b"), new Member("*"), new Member("c[]\\"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "[]", "*", "*[]", "comments[].body", "labels.*", "a\\.b.\\*[][].c"})
    void shouldPrintAPathAsItIsRead(String path) {
        assertThat(FieldPath.parse(path)).hasToString(path);
    }

    @Property(tries = 300, seed = "20260101")
    void shouldReadBackAnyName(@ForAll @NotEmpty String name) {
        var path = new FieldPath(List.of(new Member(name), new AllElements(), new Member(name)));

        assertThat(FieldPath.parse(path.toString())).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''       | the path is empty",
                "a..b     | a name is missing: 'a..b', character 3",
                ".a       | a name is missing: '.a', character 1",
                "a.       | a name is missing: 'a.', character 3",
                "a.[]     | a name is missing: 'a.[]', character 3",
                "a[0]     | [ is only possible as [], which stands for all elements: 'a[0]', character 2",
                "a[       | [ is only possible as [], which stands for all elements: 'a[', character 2",
                "a]       | ] without [: 'a]', character 2",
                "a[]b     | expected . or [] or the end: 'a[]b', character 4",
                "a*       | * stands for all names and cannot be a part of one; write \\* for the character: 'a*', character 2",
                "a.**     | * stands for all names and cannot be a part of one; write \\* for the character: 'a.**', character 3",
                "a\\      | nothing follows the backslash: 'a\\', character 3",
            })
    void shouldSayWhatIsWrongAndWhere(String path, String reason) {
        assertThatThrownBy(() -> FieldPath.parse(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(reason);
    }

    @Test
    void shouldRefuseToAddBesideWhatHasNoName() {
        assertThatThrownBy(() -> FieldMapping.added("labels.*", "de"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a translation can only be added beside a field with a name: 'labels.*' does not end with one");
        assertThatThrownBy(() -> FieldMapping.added("title", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("blank");
    }
}
