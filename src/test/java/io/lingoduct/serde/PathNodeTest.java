package io.lingoduct.serde;

import static io.lingoduct.serde.FieldMapping.added;
import static io.lingoduct.serde.FieldMapping.inPlace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PathNodeTest {

    @Test
    void shouldFollowNamesAndAllMembersAtOnce() {
        var root = PathNode.of(List.of(inPlace("*.body"), inPlace("post.title")));

        assertThat(root.member("post").member("title").wantsText()).isTrue();
        assertThat(root.member("post").member("body").wantsText()).isTrue();
        assertThat(root.member("page").member("body").wantsText()).isTrue();
        assertThat(root.member("page").member("title").wantsNothing()).isTrue();
    }

    @Test
    void shouldRefuseTwoPathsToTheSameText() {
        assertRefused(
                "the fields 'labels.*' and 'labels.de' lead to the same text, or one leads into the other's",
                inPlace("labels.*"),
                inPlace("labels.de"));
    }

    @Test
    void shouldRefuseAPathIntoAText() {
        assertRefused(
                "the fields 'title' and 'title.long' lead to the same text, or one leads into the other's",
                inPlace("title"),
                inPlace("title.long"));
    }

    @Test
    void shouldRefuseAnArrayThatIsAnObject() {
        assertRefused(
                "the fields 'a[]' and 'a.b' want an array and names in the same place", inPlace("a.b"), inPlace("a[]"));
    }

    @Test
    void shouldRefuseANameThatIsAddedTwice() {
        assertThatThrownBy(() -> PathNode.of(List.of(added("a", "x"), added("b", "x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is added as x, which another field uses");
    }

    @Test
    void shouldRefuseToAddAFieldThatIsTranslatedItself() {
        assertRefused(
                "the translation of 'a' is added as b, which another field uses: 'b'", added("a", "b"), inPlace("b"));
        assertRefused("the translation of 'a' is added as a, which another field uses: 'a'", added("a", "a"));
    }

    @Test
    void shouldRefuseNoFieldAtAll() {
        assertRefused("no field to translate is named");
    }

    private static void assertRefused(String reason, FieldMapping... fields) {
        assertThatThrownBy(() -> PathNode.of(List.of(fields)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(reason);
    }
}
