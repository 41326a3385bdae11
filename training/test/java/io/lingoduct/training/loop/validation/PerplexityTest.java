package io.lingoduct.training.loop.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.loop.TestRun;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PerplexityTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldLeaveTheNetworkInItsModeWhenItFails(boolean training) {
        var network = TestRun.network();
        network.train(training);
        var unknown = List.of(new EncodedPair(new long[] {TestRun.VOCABULARY + 1, 2}, new long[] {4}));

        assertThatThrownBy(() -> Perplexity.of(network, unknown)).isInstanceOf(RuntimeException.class);

        assertThat(network.is_training()).isEqualTo(training);
    }
}
