package io.lingoduct.training.export;

import io.lingoduct.training.network.NetworkShapes;
import io.lingoduct.training.network.Seq2Seq;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.global.torch;

/** Networks that nobody trained and that still say different things, and sources for them. */
public final class RandomNetworks {

    public static final int VOCABULARY = 40;

    private RandomNetworks() {}

    public static Seq2Seq network(NetworkShapes shape) {
        torch.manual_seed(11);
        var network = new Seq2Seq(shape.build());
        try (var noGradient = new NoGradGuard()) {
            // Far from uniform, or rounding would decide between tokens; a recurrence scaled up would be chaotic.
            network.weights().forEach((name, weight) -> {
                if (!name.contains("_hh") && !name.contains("_fed")) {
                    weight.mul_(new Scalar(4));
                }
            });
        }
        HalfPrecision.round(network);
        network.eval();
        return network;
    }

    public static void forbidEnding(Seq2Seq network) {
        try (var noGradient = new NoGradGuard()) {
            network.weights()
                    .get("output_bias")
                    .select(0, VocabularyBuilder.EOS)
                    .fill_(new Scalar(-1000));
        }
    }

    public static List<long[]> sources(int count, int longest, long seed) {
        var random = new Random(seed);
        return Collections.nCopies(count, 0).stream()
                .map(zero -> {
                    var ids = random.longs(1 + random.nextInt(longest), 4, longest < 10 ? longest : VOCABULARY)
                            .toArray();
                    ids[ids.length - 1] = VocabularyBuilder.EOS;
                    return ids;
                })
                .toList();
    }
}
