package io.lingoduct.training.run;

import io.lingoduct.model.Checksums;
import io.lingoduct.training.config.RunConfig;
import io.lingoduct.training.loop.TrainingConfig;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;

/** Tells whether one run can go on where another stopped. */
public final class Fingerprint {

    private Fingerprint() {}

    /**
     * Changes with the data that is learnt from, chosen on or kept out of learning, byte by byte, and with every setting that
     * the weights depend on. Threads and device are left out: a run may move to another machine, though dropout then differs from there on. The
     * shortlist is left out: a run that is done can be exported again with another.
     */
    public static String of(RunConfig config) throws IOException {
        return of(config, Optional.empty());
    }

    /** The same for a run that starts from another, with what it takes over. */
    static String of(RunConfig config, Optional<StartingPoint> start) throws IOException {
        var parts = new ArrayList<String>();
        for (var corpus : config.data().corpora()) {
            parts.add(Checksums.sha256(corpus.source()));
            parts.add(Checksums.sha256(corpus.target()));
        }
        parts.add(config.data().scoring().toString());
        parts.add(config.filter().toString());
        parts.add(config.network().toString());
        parts.add(config.limits().toString());
        parts.add(config.vocabulary().toString());
        parts.add(config.training().with(TrainingConfig.Running.ANY).toString());
        if (start.isPresent()) {
            parts.add(start.get().fingerprint());
        }
        return Checksums.sha256(String.join("\n", parts));
    }
}
