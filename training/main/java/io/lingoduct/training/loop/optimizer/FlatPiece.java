package io.lingoduct.training.loop.optimizer;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** A stretch of {@link FlatMemory}, the same in every tensor laid out like that. */
record FlatPiece(long from, long length) {

    /** Values of several tensors that a core's cache can hold during a pass. */
    private static final long CACHED = 32_768;

    Tensor of(Tensor flat) {
        return flat.narrow(0, from, length);
    }

    /** Cuts a tensor into about equal spans, at least one. */
    static List<FlatPiece> split(long size, int parts) {
        var spans = new ArrayList<FlatPiece>();
        long step =
                Math.max(1, (size / parts + FlatMemory.ALIGNMENT - 1) / FlatMemory.ALIGNMENT) * FlatMemory.ALIGNMENT;
        for (long from = 0; from < size; from += step) {
            spans.add(new FlatPiece(from, Math.min(step, size - from)));
        }
        return spans;
    }

    /** Pieces to work on one after the other: small ones on a CPU, for its cache; on a GPU the span itself. */
    List<FlatPiece> pieces(Tensor flat) {
        if (flat.is_cuda()) {
            return List.of(this);
        }
        var pieces = new ArrayList<FlatPiece>();
        for (long at = 0; at < length; at += CACHED) {
            pieces.add(new FlatPiece(from + at, Math.min(CACHED, length - at)));
        }
        return pieces;
    }
}
