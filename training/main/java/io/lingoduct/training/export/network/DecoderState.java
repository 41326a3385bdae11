package io.lingoduct.training.export.network;

import io.lingoduct.training.export.onnx.GraphBuilder.Type;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import io.lingoduct.training.export.onnx.LoopState;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * State of the decoder between two steps, for N rows.
 *
 * @param layers each [N, D]
 * @param fed the last readout [N, R]; empty without input feeding
 * @param fedType of {@code fed}
 */
public record DecoderState(List<LayerState> layers, Optional<Value> fed, Type fedType)
        implements LoopState<DecoderState> {

    @Override
    public DecoderState map(Visitor visitor) {
        // Layer and readout differ in size, and a dimension's name stands for one size.
        var count = new AtomicInteger();
        Supplier<String> units = () -> "D" + count.getAndIncrement();
        var visited =
                layers.stream().map(layer -> layer.map(visitor, "N", units)).toList();
        return new DecoderState(
                visited, fed.map(readout -> visitor.step("state", fedType, readout, "N", units.get())), fedType);
    }
}
