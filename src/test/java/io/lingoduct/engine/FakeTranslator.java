package io.lingoduct.engine;

import io.lingoduct.model.Cancellation;
import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.ModelInfo;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.SegmentTooLongException;
import io.lingoduct.model.Translation;
import io.lingoduct.model.TranslationException;
import io.lingoduct.model.Translator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Translates to upper case, a character a token; fails for "poison"; can be held at the gate of its first run. */
final class FakeTranslator implements Translator {

    static final int MAX_SOURCE_TOKENS = 50;

    private static final long END = 0;

    /** Rows of each run, in the order of the runs. */
    final List<Integer> batchSizes = new CopyOnWriteArrayList<>();

    /** Segments of each run, in the order of the runs. */
    final List<List<String>> batches = new CopyOnWriteArrayList<>();

    /** How each run could be ended, in the order of the runs. */
    final List<Cancellation> cancellations = new CopyOnWriteArrayList<>();

    /** How often a segment was tokenized. */
    final AtomicInteger encodings = new AtomicInteger();

    private final CountDownLatch gate;
    private volatile boolean nameless;
    private volatile String unreadable = "";

    private FakeTranslator(int gates) {
        gate = new CountDownLatch(gates);
    }

    static FakeTranslator open() {
        return new FakeTranslator(0);
    }

    /** Every run waits until {@link #openGate()}. */
    static FakeTranslator gated() {
        return new FakeTranslator(1);
    }

    /** From now on nobody can ask which model this is. */
    void nameless() {
        nameless = true;
    }

    /** From now on the model has no token for a segment. */
    void unreadable(String segment) {
        unreadable = segment;
    }

    @Override
    public boolean isReadable(EncodedSegment segment) {
        return !decode(segment).equals(unreadable);
    }

    void openGate() {
        gate.countDown();
    }

    @Override
    public ModelInfo model() {
        if (nameless) {
            throw new OutOfMemoryError("staged");
        }
        return new ModelInfo("fake", "1", "en", "de", MAX_SOURCE_TOKENS, 1);
    }

    @Override
    public EncodedSegment encode(String segment) {
        if (segment.length() > MAX_SOURCE_TOKENS) {
            throw new SegmentTooLongException(segment.length(), MAX_SOURCE_TOKENS);
        }
        return encodeUnlimited(segment);
    }

    @Override
    public EncodedSegment encodeUnlimited(String segment) {
        encodings.incrementAndGet();
        var ids = new long[segment.length() + 1];
        for (int i = 0; i < segment.length(); i++) {
            ids[i] = segment.charAt(i);
        }
        ids[segment.length()] = END;
        return new EncodedSegment(ids);
    }

    @Override
    public List<Translation> translate(List<EncodedSegment> batch, SearchOptions options) {
        var texts = batch.stream().map(FakeTranslator::decode).toList();
        batches.add(texts);
        batchSizes.add(batch.size());
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (texts.contains("poison")) {
            throw new TranslationException("poisoned");
        }
        if (texts.contains("grave error")) {
            throw new StackOverflowError("staged");
        }
        if (texts.contains("unspeakable")) {
            throw new Unspeakable();
        }
        if (texts.contains("lost")) {
            return List.of();
        }
        return texts.stream()
                .map(text -> new Translation(text.toUpperCase(Locale.ROOT), -1f, !text.contains("endless")))
                .toList();
    }

    @Override
    public List<Translation> translate(List<EncodedSegment> batch, SearchOptions options, Cancellation cancellation) {
        cancellations.add(cancellation);
        return translate(batch, options);
    }

    /** The translation, then what was to be translated. */
    @Override
    public List<List<Translation>> translateAll(List<EncodedSegment> batch, SearchOptions options) {
        return translate(batch, options).stream()
                .map(best -> List.of(best, new Translation(best.text().toLowerCase(Locale.ROOT), -2f, true)))
                .toList();
    }

    /** Minus one for each character of the target. */
    @Override
    public List<Float> score(List<EncodedSegment> sources, List<String> targets) {
        translate(sources, SearchOptions.GREEDY);
        return targets.stream().map(target -> (float) -target.length()).toList();
    }

    /** Fails those who want to write it into a log. */
    private static final class Unspeakable extends RuntimeException {

        @Override
        public String toString() {
            throw new OutOfMemoryError("staged");
        }
    }

    private static String decode(EncodedSegment segment) {
        return Arrays.stream(segment.ids())
                .filter(id -> id != END)
                .mapToObj(id -> String.valueOf((char) id))
                .collect(Collectors.joining());
    }

    @Override
    public void close() {}
}
