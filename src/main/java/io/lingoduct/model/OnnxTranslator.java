package io.lingoduct.model;

import ai.onnxruntime.OrtException;
import io.lingoduct.text.TextNormalizer;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private final Tokenizer tokenizer;
    private final OnnxGraph graph;

    // Native memory must outlive every call that uses it: calls share the lock, close() takes it alone.
    private final ReadWriteLock use = new ReentrantReadWriteLock();
    private boolean closed;

    private OnnxTranslator(ModelBundle bundle, Tokenizer tokenizer, OnnxGraph graph) {
        this.bundle = bundle;
        this.tokenizer = tokenizer;
        this.graph = graph;
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
        var tokenizer = Tokenizer.load(bundle.tokenizerFile());
        OnnxGraph graph;
        try {
            graph = OnnxGraph.load(
                    bundle.graphFile(), bundle.manifest().decoding().maxBeamSize());
        } catch (RuntimeException e) {
            tokenizer.close();
            throw e;
        }
        var translator = new OnnxTranslator(bundle, tokenizer, graph);
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
        var ended = Arrays.copyOf(ids, ids.length + 1);
        ended[ids.length] = bundle.manifest().vocabulary().eosId();
        return new EncodedSegment(ended);
    }

    @Override
    public int countTokens(String segment) {
        return tokenize(segment).length;
    }

    private long[] tokenize(String segment) {
        return whileOpen(() -> tokenizer.encode(TextNormalizer.normalize(segment)));
    }

    @Override
    public List<Translation> translate(List<EncodedSegment> batch, SearchOptions search) {
        int maxBeamSize = bundle.manifest().decoding().maxBeamSize();
        if (search.beamSize() > maxBeamSize) {
            throw new IllegalArgumentException("beam size " + search.beamSize() + " exceeds what the model "
                    + bundle.manifest().name() + " accepts, which is at most " + maxBeamSize);
        }
        batch.forEach(this::requireIdsOfVocabulary);
        return batch.isEmpty() ? List.of() : whileOpen(() -> run(batch, search));
    }

    private List<Translation> run(List<EncodedSegment> batch, SearchOptions search) {
        var rows = batch.stream().map(EncodedSegment::ids).toList();
        var manifest = bundle.manifest();
        try {
            var output = graph.run(
                    rows, manifest.vocabulary().padId(), manifest.limits().maxTargetTokens(), search);
            var translations = new ArrayList<Translation>(rows.size());
            for (int row = 0; row < rows.size(); row++) {
                int start = row * output.width();
                var ids = Arrays.copyOfRange(output.targetIds(), start, start + output.width());
                translations.add(toTranslation(ids, output.scores()[row]));
            }
            return translations;
        } catch (OrtException e) {
            throw new TranslationException(
                    "ONNX Runtime failed on a batch of " + batch.size() + ": " + e.getMessage(), e);
        }
    }

    private Translation toTranslation(long[] ids, float score) {
        var vocabulary = bundle.manifest().vocabulary();
        int end = 0;
        while (end < ids.length && ids[end] != vocabulary.eosId()) {
            if (ids[end] < 0 || ids[end] >= vocabulary.size()) {
                throw new TranslationException("the graph answered with token id " + ids[end] + "; the vocabulary has "
                        + vocabulary.size() + " tokens");
            }
            end++;
        }
        // Byte tokens can spell a line break; a segment stays on one line.
        var text = TextNormalizer.normalize(tokenizer.decode(Arrays.copyOf(ids, end)));
        return new Translation(text, score, end < ids.length);
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
                tokenizer.close();
            }
        } finally {
            use.writeLock().unlock();
        }
    }
}
