package io.lingoduct.model;

import io.lingoduct.text.TextNormalizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A translator that runs a bundle's graph in ONNX Runtime on the CPU. Each call of {@link #translate} keeps one core busy;
 * call it from as many threads as there are cores.
 */
public final class OnnxTranslator implements Translator {

    private static final String END_OF_SENTENCE = "</s>";

    private final ModelBundle bundle;
    private final BundleTokenizers tokenizers;
    private final LoadedGraph loaded;
    private final SearchAbilities abilities;
    private final GraphRunner runner;

    // Native memory must outlive every call that uses it: calls share the lock, close() takes it alone.
    private final ReadWriteLock use = new ReentrantReadWriteLock();
    private boolean closed;

    private OnnxTranslator(ModelBundle bundle, BundleTokenizers tokenizers, LoadedGraph loaded) {
        this.bundle = bundle;
        this.tokenizers = tokenizers;
        this.loaded = loaded;
        var graph = loaded.graph();
        var shortlist = graph.acceptsCandidates() ? bundle.shortlist() : Optional.<Shortlist>empty();
        this.abilities = new SearchAbilities(bundle.manifest(), graph);
        this.runner = new GraphRunner(bundle.manifest(), tokenizers.target(), graph, shortlist);
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
        var ids = tokenize(segment);
        int limit = bundle.manifest().limits().maxSourceTokens();
        if (ids.length > limit) {
            throw new SegmentTooLongException(ids.length, limit);
        }
        return new EncodedSegment(ended(ids));
    }

    private long[] ended(long[] ids) {
        var ended = Arrays.copyOf(ids, ids.length + 1);
        ended[ids.length] = bundle.manifest().vocabulary().eosId();
        return ended;
    }

    @Override
    public int countTokens(String segment) {
        return tokenize(segment).length;
    }

    private long[] tokenize(String segment) {
        return tokenize(tokenizers.source(), segment);
    }

    private long[] tokenize(Tokenizer tokenizer, String text) {
        return whileOpen(() -> tokenizer.encode(TextNormalizer.normalize(text)));
    }

    @Override
    public List<Translation> translate(List<EncodedSegment> batch, SearchOptions search) {
        abilities.require(search);
        batch.forEach(this::requireIdsOfVocabulary);
        return batch.isEmpty() ? List.of() : whileOpen(() -> runner.translate(batch, search));
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
        batch.forEach(this::requireIdsOfVocabulary);
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
        var encoded = encode(source);
        var forced = ended(tokenize(tokenizers.target(), target));
        var weights = whileOpen(() -> runner.attention(List.of(encoded), List.of(forced)));
        return new Alignment(tokens(tokenizers.source(), source), tokens(tokenizers.target(), target), weights.get(0));
    }

    private List<String> tokens(Tokenizer tokenizer, String text) {
        var tokens = new ArrayList<>(whileOpen(() -> tokenizer.tokens(TextNormalizer.normalize(text))));
        tokens.add(END_OF_SENTENCE);
        return List.copyOf(tokens);
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
        sources.forEach(this::requireIdsOfVocabulary);
        var forced = targets.stream()
                .map(target -> ended(tokenize(tokenizers.target(), target)))
                .toList();
        return sources.isEmpty() ? List.of() : whileOpen(() -> runner.score(sources, forced));
    }

    /**
     * Tells before anything is computed whether {@link #score} will work.
     *
     * @throws BundleException if the graph cannot be given a target
     */
    public void requireForcedTargets() {
        abilities.requireForcedTargets(bundle);
    }

    private void requireIdsOfVocabulary(EncodedSegment segment) {
        int size = bundle.manifest().vocabulary().size();
        if (segment.length() == 0) {
            throw new IllegalArgumentException("a segment needs at least the end-of-sentence id");
        }
        for (long id : segment.ids()) {
            if (id < 0 || id >= size) {
                throw new IllegalArgumentException("token id " + id + " is not in the vocabulary of " + size);
            }
        }
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
                tokenizers.close();
            }
        } finally {
            use.writeLock().unlock();
        }
    }
}
