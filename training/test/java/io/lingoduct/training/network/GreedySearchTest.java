package io.lingoduct.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GreedySearchTest {

    private static final int VOCABULARY = 12;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldLeaveTheNetworkInItsModeWhenItFails(boolean training) {
        var network = new Seq2Seq(NetworkShapes.small(VOCABULARY).build());
        network.train(training);
        var search = new GreedySearch(network, new SearchLimits(5, 5, 1, 1));
        var unknown = List.of(new long[] {VOCABULARY + 1, 2});

        assertThatThrownBy(() -> search.translate(unknown)).isInstanceOf(RuntimeException.class);

        assertThat(network.is_training()).isEqualTo(training);
    }
}
