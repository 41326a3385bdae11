package io.lingoduct.training.loop.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlatPieceTest {

    @ParameterizedTest
    @CsvSource({"16, 4", "1600, 1", "100000, 3", "1000000, 2", "48, 5"})
    void shouldCoverEveryValueOnceWithItsPieces(long size, int parts) {
        var counts = torch.zeros(size);

        var spans = FlatPiece.split(size, parts);
        spans.forEach(
                span -> span.pieces(counts).forEach(piece -> piece.of(counts).add_(torch.ones(1))));

        assertThat(spans).hasSizeBetween(1, parts);
        assertThat(counts.eq(torch.ones(1)).all().item_bool()).isTrue();
    }
}
