package io.lingoduct.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A translator that runs a bundle's graph in ONNX Runtime, on the CPU or on a GPU. On the CPU each call of {@link #translate} keeps
 * one core busy; call it from as many threads as there are cores.
 */
public final class OnnxTranslator implements Translator {

    private final ModelBundle bundle;
    private final BundleTokenizers tokenizers;
    private final SegmentCoder coder;
    private final LoadedGraph loaded;
    private final SearchAbilities abilities;
    private final GraphRunner runner;

    // Native memory must outlive every call that uses it: calls share the lock, close() takes it alone.
    private final ReadWriteLock use = new ReentrantReadWriteLock();
    private boolean closed;
    private GraphRunner cpuRunner;

    private OnnxTranslator(ModelBundle bundle, BundleTokenizers tokenizers, LoadedGraph loaded) {
        this.bundle = bundle;
        this.tokenizers = tokenizers;
        this.loaded = loaded;
        this.coder = new SegmentCoder(bundle.manifest(), tokenizers);
        this.abilities = new SearchAbilities(bundle.manifest(), loaded.graph());
        this.runner = runner(loaded.graph());
    }

    private GraphRunner runner(OnnxGraph graph) {
        var shortlist = graph.acceptsCandidates() ? bundle.shortlist() : Optional.<Shortlist>empty();
        return new GraphRunner(bundle.manifest(), tokenizers.target(), graph, shortlist);
    }

    /**
     * Checks a bundle, loads it and runs a first translation, so that the translator is ready when this returns.
     *
     * @throws BundleException naming the file at fault and the cause
     */
    public static OnnxTranslator load(Path bundleFolder) {
        return load(ModelBundle.open(bundleFolder));
    }

    /** Loads a bundle that has been opened, as {@link #load(Path)} does, for the CPU. */
    public static OnnxTranslator load(ModelBundle bundle) {
        return load(bundle, Device.CPU);
    }

    /**
     * Loads a bundle that has been opened, as {@link #load(Path)} does.
     *
     * @param device where it is to run; the CPU serves where there is no such GPU
     */
    public static OnnxTranslator load(ModelBundle bundle, Device device) {
        return load(bundle, opened -> LoadedGraph.of(opened, device));
    }

    /** Loads the graph that computes in float32, for the CPU: slow there, and what others are measured against. */
    public static OnnxTranslator loadFloat32(ModelBundle bundle) {
        return load(bundle, LoadedGraph::float32);
    }

    private static OnnxTranslator load(ModelBundle bundle, Function<ModelBundle, LoadedGraph> loader) {
        var tokenizers = BundleTokenizers.load(bundle);
        LoadedGraph graph;
        try {
            graph = loader.apply(bundle);
        } catch (RuntimeException e) {
            tokenizers.close();
            throw e;
        }
        var translator = new OnnxTranslator(bundle, tokenizers, graph);
        try {
            translator.warmUp();
        } catch (RuntimeException e) {
            translator.close();
            throw e;
        }
        return translator;
    }

    /** Runs every kind of search once, on rows of different length and with the largest id the tokenizer can produce. */
    private void warmUp() {
        var vocabulary = bundle.manifest().vocabulary();
        var batch = List.of(
                new EncodedSegment(new long[] {vocabulary.size() - 1, vocabulary.eosId()}),
                new EncodedSegment(new long[] {vocabulary.eosId()}));
        try {
            translate(batch, SearchOptions.GREEDY);
            translate(batch, bundle.defaultSearch());
            if (loaded.graph().acceptsForcedTargets()) {
                score(batch, List.of("", ""));
            }
        } catch (TranslationException e) {
            throw new BundleException(
                    bundle.graphFile(),
                    "the first translation failed: " + e.getMessage() + "; does the graph belong to this tokenizer?",
                    e);
        }
    }

    @Override
    public ModelInfo model() {
        return bundle.info();
    }

    /** Where the model runs. */
    public Device device() {
        return loaded.device();
    }

    /** How this model is searched unless the user says otherwise. */
    public SearchOptions defaultSearch() {
        return bundle.defaultSearch();
    }

    /**
     * Tells before anything is computed whether the model can be searched so.
     *
     * @throws IllegalArgumentException if the options ask for more than it can do
     */
    public void requireSearch(SearchOptions search) {
        abilities.require(search);
    }

    /**
     * Tells before anything is computed whether {@link #translateAll} will work.
     *
     * @throws BundleException if the graph keeps its best hypothesis only
     */
    public void requireAllHypotheses() {
        abilities.requireAll(bundle);
    }

    /**
     * Tells before anything is computed whether {@link #align} will work.
     *
     * @throws BundleException if the graph does not show its attention
     */
    public void requireAttention() {
        abilities.requireAttention(bundle);
    }

    @Override
    public EncodedSegment encode(String segment) {
        return whileOpen(() -> coder.source(segment));
    }

    @Override
    public int countTokens(String segment) {
        return whileOpen(() -> coder.countTokens(segment));
    }

    @Override
    public List<Translation> translate(List<EncodedSegment> batch, SearchOptions search) {
        return translate(batch, search, new Cancellation());
    }

    @Override
    public List<Translation> translate(List<EncodedSegment> batch, SearchOptions search, Cancellation cancellation) {
        abilities.require(search);
        batch.forEach(coder::requireIdsOfVocabulary);
        return batch.isEmpty() ? List.of() : whileOpen(() -> onDevice(batch, search, cancellation));
    }

    private List<Translation> onDevice(List<EncodedSegment> batch, SearchOptions search, Cancellation cancellation) {
        return loaded.device().equals(Device.CPU)
                ? runner.translate(batch, search, cancellation)
                : GpuMemory.run(batch, part -> runner.translate(part, search, cancellation), part -> cpuRunner()
                        .translate(part, search, cancellation));
    }

    /** Loaded when a GPU lacks memory for the first time; stays for the next. */
    private synchronized GraphRunner cpuRunner() {
        if (cpuRunner == null) {
            cpuRunner = runner(LoadedGraph.of(bundle, Device.CPU).graph());
        }
        return cpuRunner;
    }

    /**
     * As {@link #translate}, with all hypotheses of the beam for each segment, the best first. Those of one segment may
     * differ in nothing that shows in the text.
     *
     * @throws BundleException if the graph keeps its best hypothesis only
     */
    public List<List<Translation>> translateAll(List<EncodedSegment> batch, SearchOptions search) {
        requireSearch(search);
        requireAllHypotheses();
        batch.forEach(coder::requireIdsOfVocabulary);
        return batch.isEmpty() ? List.of() : whileOpen(() -> runner.translateAll(batch, search));
    }

    /**
     * Where the model looks in a source while it writes a given target, which need not be its own.
     *
     * @throws BundleException if the graph does not show its attention
     * @throws SegmentTooLongException if the source is longer than the model accepts
     */
    public Alignment align(String source, String target) {
        requireAttention();
        return whileOpen(() -> {
            var weights = runner.attention(List.of(coder.source(source)), List.of(coder.target(target)));
            return new Alignment(coder.sourceTokens(source), coder.targetTokens(target), weights.get(0));
        });
    }

    /**
     * What the model thinks of given targets, whatever it would have written itself: the sum of the natural logarithms of
     * their tokens' probabilities, end-of-sentence included. A target may be of any length. Element i of the result belongs
     * to element i of both lists.
     *
     * @throws BundleException if the graph cannot be given a target
     * @throws TranslationException if the graph cannot be run on this batch
     * @throws IllegalArgumentException if there are not as many targets as sources
     */
    public List<Float> score(List<EncodedSegment> sources, List<String> targets) {
        requireForcedTargets();
        if (sources.size() != targets.size()) {
            throw new IllegalArgumentException(
                    sources.size() + " sources cannot be scored with " + targets.size() + " targets");
        }
        sources.forEach(coder::requireIdsOfVocabulary);
        return sources.isEmpty()
                ? List.of()
                : whileOpen(() -> runner.score(
                        sources, targets.stream().map(coder::target).toList()));
    }

    /**
     * Tells before anything is computed whether {@link #score} will work.
     *
     * @throws BundleException if the graph cannot be given a target
     */
    public void requireForcedTargets() {
        abilities.requireForcedTargets(bundle);
    }

    private <T> T whileOpen(Supplier<T> call) {
        use.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the translator is closed");
            }
            return call.get();
        } finally {
            use.readLock().unlock();
        }
    }

    /** Waits for calls that are going on, then frees the model. */
    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                loaded.graph().close();
                closeCpuGraph();
                tokenizers.close();
            }
        } finally {
            use.writeLock().unlock();
        }
    }

    private synchronized void closeCpuGraph() {
        if (cpuRunner != null) {
            cpuRunner.graph().close();
        }
    }
}
