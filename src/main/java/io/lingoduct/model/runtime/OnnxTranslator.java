package io.lingoduct.model.runtime;

import io.lingoduct.model.Alignment;
import io.lingoduct.model.Cancellation;
import io.lingoduct.model.Device;
import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.ModelInfo;
import io.lingoduct.model.ModelTraits;
import io.lingoduct.model.PlaceholderForm;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.SegmentTooLongException;
import io.lingoduct.model.Translation;
import io.lingoduct.model.TranslationException;
import io.lingoduct.model.Translator;
import io.lingoduct.model.bundle.BundleException;
import io.lingoduct.model.bundle.ModelBundle;
import io.lingoduct.model.tokenizer.SegmentCoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A translator that runs a bundle's graph in ONNX Runtime, on the CPU or on a GPU. On the CPU each call of {@link #translate} keeps
 * one core busy; call it from as many threads as there are cores.
 */
public final class OnnxTranslator implements Translator {

    private final ModelBundle bundle;
    private final SegmentCoder coder;
    private final DeviceRunner runs;

    // Native memory must outlive every call that uses it: calls share the lock, close() takes it alone.
    private final ReadWriteLock use = new ReentrantReadWriteLock();
    private boolean closed;

    private OnnxTranslator(ModelBundle bundle, SegmentCoder coder, DeviceRunner runs) {
        this.bundle = bundle;
        this.coder = coder;
        this.runs = runs;
    }

    /**
     * Checks a bundle, loads it and runs a first translation, so that the translator is ready for the bundle's own search when
     * this returns; the first translation that is searched in another way takes longer.
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
        return load(bundle, device, bundle.defaultSearch());
    }

    /**
     * The same, ready for another search than the bundle's own.
     *
     * @throws IllegalArgumentException if the options ask for more than the model can do
     */
    public static OnnxTranslator load(ModelBundle bundle, Device device, SearchOptions search) {
        return load(bundle, search, coder -> DeviceRunner.load(bundle, coder, device, search), WarmUp.LIMIT);
    }

    /** Loads the graph that computes in float32, for the CPU: slow there, and what others are measured against. */
    public static OnnxTranslator loadFloat32(ModelBundle bundle) {
        var search = bundle.defaultSearch();
        return load(bundle, search, coder -> DeviceRunner.float32(bundle, coder, search), WarmUp.LIMIT);
    }

    /** @param warmUpLimit when a first translation is given up */
    static OnnxTranslator load(ModelBundle bundle, Duration warmUpLimit) {
        var search = bundle.defaultSearch();
        return load(bundle, search, coder -> DeviceRunner.load(bundle, coder, Device.CPU, search), warmUpLimit);
    }

    private static OnnxTranslator load(
            ModelBundle bundle,
            SearchOptions search,
            Function<SegmentCoder, DeviceRunner> loader,
            Duration warmUpLimit) {
        var coder = SegmentCoder.load(bundle);
        DeviceRunner runs;
        try {
            runs = loader.apply(coder);
        } catch (RuntimeException | Error e) {
            coder.close();
            throw e;
        }
        var translator = new OnnxTranslator(bundle, coder, runs);
        try {
            translator.prepare(search, warmUpLimit);
        } catch (RuntimeException | Error e) {
            translator.close();
            throw e;
        }
        return translator;
    }

    /**
     * Makes the translator ready for a search, so that the first batch does not wait for it.
     *
     * @throws BundleException if a first translation fails or does not end
     * @throws IllegalArgumentException if the options ask for more than the model can do
     */
    public void prepare(SearchOptions search) {
        prepare(search, WarmUp.LIMIT);
    }

    private void prepare(SearchOptions search, Duration limit) {
        var warmUp = new WarmUp(bundle, limit);
        warmUp.run((batch, cancellation) -> translate(batch, search, cancellation));
        if (!runs.runner().graph().hasKinds()) {
            // Somebody else's graph, of which all is loaded now: whether all of it works should show now, too.
            warmUp.run((batch, cancellation) -> translate(batch, SearchOptions.GREEDY, cancellation));
            if (runs.runner().acceptsTargets()) {
                warmUp.run((batch, cancellation) -> score(batch, List.of("", ""), cancellation));
            }
        }
    }

    @Override
    public ModelInfo model() {
        return bundle.info();
    }

    @Override
    public ModelTraits traits() {
        var placeholders = bundle.manifest().placeholders();
        var form = placeholders == null
                ? PlaceholderForm.NAMES
                : new PlaceholderForm(placeholders.things(), placeholders.numbers());
        return new ModelTraits(form, word -> whileOpen(() -> coder.isToken(word)));
    }

    /** Device that the model runs on. */
    public Device device() {
        return runs.device();
    }

    /** Search of this model where the user asks for no other. */
    public SearchOptions defaultSearch() {
        return bundle.defaultSearch();
    }

    /**
     * Tells before anything is computed whether the model can be searched so.
     *
     * @throws IllegalArgumentException if the options ask for more than it can do
     */
    public void requireSearch(SearchOptions search) {
        runs.runner().requireSearch(search);
    }

    /**
     * Tells before anything is computed whether {@link #translateAll} will work.
     *
     * @throws BundleException if the graph keeps its best hypothesis only
     */
    public void requireAllHypotheses() {
        runs.runner().requireAllHypotheses();
    }

    /**
     * Tells before anything is computed whether {@link #align} will work.
     *
     * @throws BundleException if the graph does not show its attention
     */
    public void requireAttention() {
        runs.runner().requireAttention();
    }

    @Override
    public boolean canSearch(SearchOptions search) {
        try {
            requireSearch(search);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public EncodedSegment encode(String segment) {
        return whileOpen(() -> coder.source(segment));
    }

    @Override
    public EncodedSegment encodeUnlimited(String segment) {
        return whileOpen(() -> coder.sourceOfAnyLength(segment));
    }

    @Override
    public boolean isReadable(EncodedSegment segment) {
        return coder.isReadable(segment);
    }

    @Override
    public List<Translation> translate(List<EncodedSegment> batch, SearchOptions search) {
        return translate(batch, search, new Cancellation());
    }

    @Override
    public List<Translation> translate(List<EncodedSegment> batch, SearchOptions search, Cancellation cancellation) {
        runs.runner().requireSearch(search);
        batch.forEach(coder::requireIdsOfVocabulary);
        return batch.isEmpty() ? List.of() : whileOpen(() -> runs.translate(batch, search, cancellation));
    }

    /**
     * As {@link #translate}, with all hypotheses of the beam for each segment, the best first. Those of one segment may
     * differ in nothing that shows in the text.
     *
     * @throws BundleException if the graph keeps its best hypothesis only
     */
    @Override
    public List<List<Translation>> translateAll(List<EncodedSegment> batch, SearchOptions search) {
        requireSearch(search);
        requireAllHypotheses();
        batch.forEach(coder::requireIdsOfVocabulary);
        return batch.isEmpty() ? List.of() : whileOpen(() -> runs.runner().translateAll(batch, search));
    }

    /**
     * Attention that the model pays to a source while it writes a given target, which need not be its own.
     *
     * @throws BundleException if the graph does not show its attention
     * @throws SegmentTooLongException if the source is longer than the model accepts
     */
    public Alignment align(String source, String target) {
        requireAttention();
        return whileOpen(() -> {
            var weights = runs.runner().attention(List.of(coder.source(source)), List.of(coder.target(target)));
            return new Alignment(coder.sourceTokens(source), coder.targetTokens(target), weights.get(0));
        });
    }

    @Override
    public List<Optional<Alignment>> align(List<String> sources, List<String> targets) {
        if (!runs.runner().showsAttention()) {
            return Translator.super.align(sources, targets);
        }
        return whileOpen(() -> {
            var weights = runs.runner()
                    .attention(
                            sources.stream().map(coder::source).toList(),
                            targets.stream().map(coder::target).toList());
            return IntStream.range(0, sources.size())
                    .mapToObj(i -> Optional.of(new Alignment(
                            coder.sourceTokens(sources.get(i)), coder.targetTokens(targets.get(i)), weights.get(i))))
                    .toList();
        });
    }

    /**
     * Log-probabilities of given targets, whatever the model would have written itself: for each the sum of the natural
     * logarithms of its tokens' probabilities, end-of-sentence included. A target may be of any length. Element i of the result belongs
     * to element i of both lists.
     *
     * @throws BundleException if the graph cannot be given a target
     * @throws TranslationException if the graph cannot be run on this batch
     * @throws IllegalArgumentException if there are not as many targets as sources
     */
    @Override
    public List<Float> score(List<EncodedSegment> sources, List<String> targets) {
        return score(sources, targets, new Cancellation());
    }

    private List<Float> score(List<EncodedSegment> sources, List<String> targets, Cancellation cancellation) {
        requireForcedTargets();
        if (sources.size() != targets.size()) {
            throw new IllegalArgumentException(
                    sources.size() + " sources cannot be scored with " + targets.size() + " targets");
        }
        sources.forEach(coder::requireIdsOfVocabulary);
        return sources.isEmpty()
                ? List.of()
                : whileOpen(() -> runs.runner()
                        .score(sources, targets.stream().map(coder::target).toList(), cancellation));
    }

    /**
     * Tells before anything is computed whether {@link #score} will work.
     *
     * @throws BundleException if the graph cannot be given a target
     */
    public void requireForcedTargets() {
        runs.runner().requireForcedTargets();
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
                runs.close();
                coder.close();
            }
        } finally {
            use.writeLock().unlock();
        }
    }
}
