package io.lingoduct.engine;

import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.ModelInfo;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.Translation;
import io.lingoduct.model.Translator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Translates every segment to its own version in angle brackets; can be held at a gate; notices what is done to it when closed. */
final class VersionedTranslator implements Translator {

    final AtomicInteger runs = new AtomicInteger();
    final AtomicInteger runsAfterClose = new AtomicInteger();
    final AtomicInteger closings = new AtomicInteger();

    private final String version;
    private final String targetLanguage;
    private final CountDownLatch gate;

    private VersionedTranslator(String version, String targetLanguage, int gates) {
        this.version = version;
        this.targetLanguage = targetLanguage;
        this.gate = new CountDownLatch(gates);
    }

    static VersionedTranslator of(String version) {
        return new VersionedTranslator(version, "de", 0);
    }

    /** Every run waits until {@link #openGate()}. */
    static VersionedTranslator gated(String version) {
        return new VersionedTranslator(version, "de", 1);
    }

    static VersionedTranslator into(String targetLanguage) {
        return new VersionedTranslator("1", targetLanguage, 0);
    }

    void openGate() {
        gate.countDown();
    }

    boolean isClosed() {
        return closings.get() > 0;
    }

    @Override
    public ModelInfo model() {
        return new ModelInfo("versioned", version, "en", targetLanguage, 50, 1);
    }

    @Override
    public EncodedSegment encode(String segment) {
        return new EncodedSegment(segment.chars().asLongStream().toArray());
    }

    @Override
    public EncodedSegment encodeUnlimited(String segment) {
        return encode(segment);
    }

    @Override
    public List<Translation> translate(List<EncodedSegment> batch, SearchOptions options) {
        runs.incrementAndGet();
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (isClosed()) {
            runsAfterClose.incrementAndGet();
        }
        return batch.stream()
                .map(segment -> new Translation("<" + version + ">", -1f, true))
                .toList();
    }

    @Override
    public List<List<Translation>> translateAll(List<EncodedSegment> batch, SearchOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Float> score(List<EncodedSegment> sources, List<String> targets) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        closings.incrementAndGet();
    }
}
