package io.lingoduct.model.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitsTest {

    @Test
    void shouldGrowWithTheSourceUpToTheMostOfAll() {
        var limits = new BundleManifest.Limits(100, 25, 1.5, 2);

        assertThat(limits.targetTokens(1)).isEqualTo(3);
        assertThat(limits.targetTokens(15)).isEqualTo(24);
        assertThat(limits.targetTokens(16)).isEqualTo(25);
        assertThat(limits.targetTokens(Integer.MAX_VALUE)).isEqualTo(25);
    }

    @Test
    void shouldRoundAsAGraphDoes() {
        var limits = new BundleManifest.Limits(100, 500, 1.3, 0);

        assertThat(Math.floor(1.3 * 90)).isEqualTo(117);
        assertThat(limits.targetTokens(90)).isEqualTo(116);
    }
}
