package io.lingoduct.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.admin.AdminRequests.Found;
import java.net.URLEncoder;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminRequestsTest {

    private final AdminRequests requests = new TestService().requests();

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "//", "*", "/healthz/", "/HEALTHZ", "/routes/a", "/routes//pause", "/routes/*", "/a/b/c"
            })
    void shouldKnowNothingElse(String path) {
        assertThat(requests.find(path)).isEmpty();
    }

    @Test
    void shouldRefuseANameThatIsNotEncodedAsItShouldBe() {
        assertThatThrownBy(() -> requests.find("/routes/100%/pause")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void shouldFindEveryNameOfARoute(@ForAll String name) {
        // What cannot be written as UTF-8 cannot be asked for.
        Assume.that(!name.isEmpty() && UTF_8.newEncoder().canEncode(name));
        var path = "/routes/" + URLEncoder.encode(name, UTF_8).replace("+", "%20") + "/resume";

        assertThat(requests.find(path)).map(Found::name).contains(name);
    }
}
