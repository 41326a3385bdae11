package io.lingoduct.config.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    @ParameterizedTest
    @CsvSource({"kitten,sitting,3", "abc,abc,0", "'',abc,3", "abc,'',3", "abcd,acbd,1", "ca,abc,3", "ab,ba,1"})
    void shouldCountSlips(String a, String b, int slips) {
        assertThat(NearestName.slips(a, b)).isEqualTo(slips);
    }

    @Test
    void shouldFindTheNearestOfSeveral() {
        assertThat(NearestName.of("admin-prot", List.of("admin-path", "admin-port")))
                .contains("admin-port");
    }

    @Test
    void shouldFindNothingThatIsFar() {
        assertThat(NearestName.of("colour", List.of("routes", "models", "columns")))
                .isEmpty();
        assertThat(NearestName.of("x", List.of())).isEmpty();
    }

    @Test
    void shouldTakeTheFirstInTheAlphabetOfThoseThatAreEquallyNear() {
        assertThat(NearestName.of("abx", List.of("abz", "aby"))).contains("aby");
    }

    @Property(seed = "20260101")
    void shouldCountTheSameBothWaysAndNeverMoreThanTheLongerHas(
            @ForAll @AlphaChars @StringLength(max = 12) String a,
            @ForAll @AlphaChars @StringLength(max = 12) String b) {
        int slips = NearestName.slips(a, b);

        assertThat(slips)
                .isEqualTo(NearestName.slips(b, a))
                .isBetween(Math.abs(a.length() - b.length()), Math.max(a.length(), b.length()));
        assertThat(slips == 0).isEqualTo(a.equals(b));
    }
}
