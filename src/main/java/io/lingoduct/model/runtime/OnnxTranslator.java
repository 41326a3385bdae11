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
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A translator that runs a bundle's graph in ONNX Runtime, on the CPU or on a GPU. On the CPU each call of {@link #translate} keeps
 * one core busy; call it from as many threads as there are cores.
 */
public final class OnnxTranslator implements Translator {

    private final ModelBundle bundle;
    private final SegmentCoder coder;
    private final DeviceRunner runs;

    private final UntilClosed open = new UntilClosed();

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
        var quality = bundle.manifest().quality();
        return new ModelTraits(
                form, word -> open.call(() -> coder.isToken(word)), quality == null ? Map.of() : quality.weights());
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
        return open.call(() -> coder.source(segment));
    }

    @Override
    public EncodedSegment encodeUnlimited(String segment) {
        return open.call(() -> coder.sourceOfAnyLength(segment));
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
        return batch.isEmpty() ? List.of() : open.call(() -> runs.translate(batch, search, cancellation));
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
        return batch.isEmpty() ? List.of() : open.call(() -> runs.runner().translateAll(batch, search));
    }

    /**
     * Attention that the model pays to a source while it writes a given target, which need not be its own.
     *
     * @throws BundleException if the graph does not show its attention
     * @throws SegmentTooLongException if the source is longer than the model accepts
     */
    public Alignment align(String source, String target) {
        return open.call(() -> givenTargets().align(List.of(source), List.of(target)))
                .get(0);
    }

    @Override
    public List<Optional<Alignment>> align(List<String> sources, List<String> targets) {
        if (!runs.runner().showsAttention()) {
            return Translator.super.align(sources, targets);
        }
        return open.call(() -> givenTargets().align(sources, targets)).stream()
                .map(Optional::of)
                .toList();
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
        return open.call(() -> givenTargets().score(sources, targets, cancellation));
    }

    private GivenTargets givenTargets() {
        return new GivenTargets(runs.runner(), coder);
    }

    /**
     * Tells before anything is computed whether {@link #score} will work.
     *
     * @throws BundleException if the graph cannot be given a target
     */
    public void requireForcedTargets() {
        runs.runner().requireForcedTargets();
    }

    /** Waits for calls that are going on, then frees the model. */
    @Override
    public void close() {
        open.close(() -> {
            runs.close();
            coder.close();
        });
    }
}
