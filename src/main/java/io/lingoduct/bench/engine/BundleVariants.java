package io.lingoduct.bench.engine;

import io.lingoduct.bench.engine.EngineFigures.Use;
import io.lingoduct.bench.naive.NaiveTranslator;
import io.lingoduct.bench.naive.UnsupportedGraphException;
import io.lingoduct.bench.peak.Precision;
import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.Translation;
import io.lingoduct.model.bundle.ModelBundle;
import io.lingoduct.model.bundle.Shortlist;
import io.lingoduct.model.runtime.OnnxTranslator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Ways in which a bundle can translate: the one place that knows which of its graphs computes how. {@link #list} is where a
 * graph of another kind gets its lines.
 */
final class BundleVariants implements AutoCloseable {

    static final String NAIVE = "naive";
    static final String FLOAT32 = "fp32";
    static final String INT8 = "int8";
    static final String SHORTLIST = "int8-shortlist";

    private static final List<Use> USES = List.of(
            new Use(1, 1, 1),
            new Use(1, 8, 1),
            new Use(1, 32, 1),
            new Use(1, 64, 1),
            new Use(4, 16, 1),
            new Use(6, 16, 1),
            new Use(1, 64, 2),
            new Use(6, 16, 2));

    private final ModelBundle bundle;
    private final OnnxTranslator float32;
    private final OnnxTranslator served;
    private final Optional<Shortlist> shortlist;
    private final double firstLoadSeconds;
    private final List<Variant> variants = new ArrayList<>();
    private NaiveTranslator naive;
    private String naiveObstacle;

    private BundleVariants(ModelBundle bundle, OnnxTranslator float32, OnnxTranslator served, double firstLoadSeconds) {
        this.bundle = bundle;
        this.float32 = float32;
        this.served = served;
        this.shortlist = bundle.shortlist();
        this.firstLoadSeconds = firstLoadSeconds;
    }

    /** Loads the graphs of a bundle. */
    static BundleVariants load(Path folder) throws IOException {
        long start = System.nanoTime();
        var bundle = ModelBundle.open(folder);
        var served = OnnxTranslator.load(bundle);
        double firstLoadSeconds = (System.nanoTime() - start) / 1e9;
        var float32 = hasIntegers(bundle) ? OnnxTranslator.loadFloat32(bundle) : served;
        var variants = new BundleVariants(bundle, float32, served, firstLoadSeconds);
        try {
            variants.loadNaive();
            variants.list();
            return variants;
        } catch (IOException | RuntimeException e) {
            variants.close();
            throw e;
        }
    }

    /** The graph for GPUs computes in float32 throughout; a bundle with one graph has it so, too. */
    private static boolean hasIntegers(ModelBundle bundle) {
        return !bundle.gpuGraphFile().equals(bundle.graphFile());
    }

    private void loadNaive() throws IOException {
        var float32Graph = bundle.gpuGraphFile();
        try {
            naive = NaiveTranslator.load(bundle, float32Graph);
        } catch (UnsupportedGraphException e) {
            naiveObstacle = float32Graph.getFileName() + " cannot be taken apart: " + e.getMessage();
        }
    }

    private void list() {
        int vocabulary = bundle.manifest().vocabulary().targetSize();
        if (naive != null) {
            add(NAIVE, new Use(1, 1, 1), Precision.FLOAT32, batch -> vocabulary, naive::translate);
        }
        addUses(FLOAT32, Precision.FLOAT32, batch -> vocabulary, float32, UnaryOperator.identity());
        if (served != float32) {
            addUses(INT8, Precision.INT8, batch -> vocabulary, served, SearchOptions::withoutShortlist);
            shortlist.ifPresent(words -> addUses(
                    SHORTLIST, Precision.INT8, batch -> candidates(words, batch), served, UnaryOperator.identity()));
        }
    }

    private static int candidates(Shortlist shortlist, List<EncodedSegment> batch) {
        return shortlist
                .forBatch(batch.stream().map(EncodedSegment::ids).toList())
                .ids()
                .length;
    }

    private void addUses(
            String name,
            Precision precision,
            ToDoubleFunction<List<EncodedSegment>> candidates,
            OnnxTranslator translator,
            UnaryOperator<SearchOptions> change) {
        for (var use : USES) {
            if (use.beam() <= bundle.manifest().decoding().maxBeamSize()) {
                var search = change.apply(SearchOptions.beam(use.beam()).withScores(false));
                add(name, use, precision, candidates, searching(translator, search));
            }
        }
    }

    private void add(
            String name,
            Use use,
            Precision precision,
            ToDoubleFunction<List<EncodedSegment>> candidates,
            Variant.Batches translator) {
        variants.add(new Variant(name, use, precision, candidates, translator));
    }

    private static Variant.Batches searching(OnnxTranslator translator, SearchOptions search) {
        return batch -> translator.translate(batch, search).stream()
                .map(Translation::text)
                .toList();
    }

    ModelBundle bundle() {
        return bundle;
    }

    List<Variant> variants() {
        return List.copyOf(variants);
    }

    /** Reason for which there is no naive variant; empty if there is one. */
    Optional<String> naiveObstacle() {
        return Optional.ofNullable(naiveObstacle);
    }

    /** @throws io.lingoduct.model.SegmentTooLongException if the model does not take so much */
    EncodedSegment encode(String sentence) {
        return float32.encode(sentence);
    }

    /** Seconds from nothing to a translator that has translated, native libraries included. */
    double firstLoadSeconds() {
        return firstLoadSeconds;
    }

    /** The same when the libraries are there. */
    double loadAgainSeconds() {
        long start = System.nanoTime();
        try (var again = OnnxTranslator.load(bundle.folder())) {
            return (System.nanoTime() - start) / 1e9;
        }
    }

    @Override
    public void close() {
        if (naive != null) {
            naive.close();
        }
        float32.close();
        if (served != float32) {
            served.close();
        }
    }
}
