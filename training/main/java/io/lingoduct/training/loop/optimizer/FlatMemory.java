package io.lingoduct.training.loop.optimizer;

import io.lingoduct.training.network.Seq2Seq;
import java.util.function.BiConsumer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Lays all parameters of a network, or all gradients, end to end in one tensor [N], of which the network's own tensors are
 * views from then on. What treats every value alike, such as the optimiser, a moving average or a checkpoint, then works on
 * one stretch of memory, in pieces of any size and on as many threads as there are.
 */
public final class FlatMemory {

    /** Values; every tensor starts on a cache line. */
    static final int ALIGNMENT = 16;

    private FlatMemory() {}

    /** Moves the network's parameters into a new tensor. */
    public static Tensor ofParameters(Seq2Seq network) {
        var flat = zeros(network);
        try (var scope = new PointerScope();
                var noGradient = new NoGradGuard()) {
            forEach(network, flat, (parameter, view) -> {
                view.copy_(parameter);
                parameter.set_data(view);
            });
        }
        return flat;
    }

    /** Makes the network's parameters views of another network's. */
    static void share(Seq2Seq network, Tensor flat) {
        try (var scope = new PointerScope()) {
            forEach(network, flat, Tensor::set_data);
        }
    }

    /** A new tensor of zeros into which backward passes add the network's gradients. */
    static Tensor ofGradients(Seq2Seq network) {
        var flat = zeros(network);
        try (var scope = new PointerScope()) {
            forEach(network, flat, (parameter, view) -> parameter.mutable_grad().put(view));
        }
        return flat;
    }

    private static Tensor zeros(Seq2Seq network) {
        try (var created = torch.zeros(size(network))) {
            return created.to(network.device(), ScalarType.Float);
        }
    }

    private static long size(Seq2Seq network) {
        try (var scope = new PointerScope()) {
            var all = network.parameters();
            long size = 0;
            for (long i = 0; i < all.size(); i++) {
                size += aligned(all.get(i));
            }
            return size;
        }
    }

    private static void forEach(Seq2Seq network, Tensor flat, BiConsumer<Tensor, Tensor> use) {
        var all = network.parameters();
        long at = 0;
        for (long i = 0; i < all.size(); i++) {
            var parameter = all.get(i);
            use.accept(parameter, flat.narrow(0, at, parameter.numel()).view_as(parameter));
            at += aligned(parameter);
        }
    }

    private static long aligned(Tensor parameter) {
        return (parameter.numel() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
