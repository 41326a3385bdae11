package io.lingoduct.model;

import io.lingoduct.text.TextNormalizer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * A translator that runs a bundle's graph in ONNX Runtime on the CPU. Each call of {@link #translate} keeps one core busy;
 * call it from as many threads as there are cores.
 */
public final class OnnxTranslator implements Translator {

    private final ModelBundle bundle;
    private final BundleTokenizers tokenizers;
    private final OnnxGraph graph;
    private final GraphRunner runner;

    // Native memory must outlive every call that uses it: calls share the lock, close() takes it alone.
    private final ReadWriteLock use = new ReentrantReadWriteLock();
    private boolean closed;

    private OnnxTranslator(ModelBundle bundle, BundleTokenizers tokenizers, OnnxGraph graph) {
        this.bundle = bundle;
        this.tokenizers = tokenizers;
        this.graph = graph;
        this.runner = new GraphRunner(bundle.manifest(), tokenizers.target(), graph);
    }

    /**
     * Checks a bundle, loads it and runs a first translation, so that the translator is ready when this returns.
     *
     * @throws BundleException naming the file at fault and the cause
     */
    public static OnnxTranslator load(Path bundleFolder) {
        return load(ModelBundle.open(bundleFolder));
    }

    /** Loads a bundle that has been opened, as {@link #load(Path)} does. */
    public static OnnxTranslator load(ModelBundle bundle) {
        var tokenizers = BundleTokenizers.load(bundle);
        OnnxGraph graph;
        try {
            graph = OnnxGraph.load(
                    bundle.graphFile(), bundle.manifest().decoding().maxBeamSize());
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
            if (graph.acceptsForcedTargets()) {
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

    /** How this model is searched unless the user says otherwise. */
    public SearchOptions defaultSearch() {
        return bundle.defaultSearch();
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
        int maxBeamSize = bundle.manifest().decoding().maxBeamSize();
        if (search.beamSize() > maxBeamSize) {
            throw new IllegalArgumentException("beam size " + search.beamSize() + " exceeds what the model "
                    + bundle.manifest().name() + " accepts, which is at most " + maxBeamSize);
        }
        batch.forEach(this::requireIdsOfVocabulary);
        return batch.isEmpty() ? List.of() : whileOpen(() -> runner.translate(batch, search));
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
        if (!graph.acceptsForcedTargets()) {
            throw new BundleException(
                    bundle.graphFile(),
                    "this graph cannot score a given target, for it has no input " + GraphContract.FORCED_IDS
                            + " (see docs/graph-contract.md): export the model again");
        }
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
                graph.close();
                tokenizers.close();
            }
        } finally {
            use.writeLock().unlock();
        }
    }
}
