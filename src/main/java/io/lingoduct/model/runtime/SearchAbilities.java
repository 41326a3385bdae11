package io.lingoduct.model.runtime;

import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.bundle.BundleException;
import io.lingoduct.model.bundle.BundleManifest;
import io.lingoduct.model.bundle.ModelBundle;
import io.lingoduct.model.graph.GraphPorts;
import io.lingoduct.model.graph.OnnxGraph;
import java.util.ArrayList;

/** What a model can be asked for, which a graph that was trained elsewhere may lack in part. */
record SearchAbilities(BundleManifest manifest, OnnxGraph graph) {

    /** @throws IllegalArgumentException if the options ask for more than the model can do */
    void require(SearchOptions search) {
        int maxBeamSize = manifest.decoding().maxBeamSize();
        if (search.beamSize() > maxBeamSize) {
            throw new IllegalArgumentException("beam size " + search.beamSize() + " exceeds what the model "
                    + manifest.name() + " accepts, which is at most " + maxBeamSize);
        }
        var missing = new ArrayList<String>();
        if (search.coveragePenalty() > 0 && !graph.knowsCoverage()) {
            missing.add(GraphPorts.COVERAGE_PENALTY);
        }
        if (search.noRepeatNgram() > 0 && !graph.knowsRepetition()) {
            missing.add(GraphPorts.NO_REPEAT_NGRAM);
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the model " + manifest.name() + " cannot be searched so, for its graph"
                    + " has no input " + String.join(" and ", missing) + ": export it again, or leave the option out");
        }
    }

    /** @throws BundleException if the graph cannot be given a target */
    void requireForcedTargets(ModelBundle bundle) {
        requirePresent(bundle, graph.acceptsForcedTargets(), "score a given target", "input", GraphPorts.FORCED_IDS);
    }

    /** @throws BundleException if the graph keeps its best hypothesis only */
    void requireAll(ModelBundle bundle) {
        requirePresent(bundle, graph.givesAll(), "give all hypotheses", "output", GraphPorts.NBEST_IDS);
    }

    /** @throws BundleException if the graph does not show its attention */
    void requireAttention(ModelBundle bundle) {
        var architecture = manifest.architecture();
        boolean attends = architecture == null || !"none".equals(architecture.attention());
        boolean able = attends && graph.acceptsForcedTargets() && graph.givesAttention();
        requirePresent(bundle, able, "show its attention", "output", GraphPorts.ATTENTION);
    }

    private static void requirePresent(ModelBundle bundle, boolean able, String what, String kind, String name) {
        if (!able) {
            throw new BundleException(
                    bundle.graphFile(),
                    "this graph cannot " + what + ", for it has no " + kind + " " + name
                            + " (see docs/graph-contract.md): export the model again");
        }
    }
}
