package io.lingoduct.evaluate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.engine.EngineOptions;
import io.lingoduct.engine.TranslationEngine;
import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.ModelInfo;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.SegmentTooLongException;
import io.lingoduct.model.Translation;
import io.lingoduct.model.Translator;
import io.lingoduct.observe.StandardStreams;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ForcedScoresTest {

    private static final String TOO_LONG = "too long";

    private final CountDownLatch told = new CountDownLatch(1);

    @Test
    void shouldTellOfALineWhileTheEnginesQueueIsFull() throws InterruptedException {
        var written = new ByteArrayOutputStream();
        var err = new PrintStream(written, true, UTF_8) {

            @Override
            public void println(String line) {
                super.println(line);
                told.countDown();
            }
        };
        var streams = new StandardStreams(InputStream.nullInputStream(), OutputStream.nullOutputStream(), err, false);
        var sources = new ArrayList<>(List.of(TOO_LONG));
        sources.addAll(Collections.nCopies(10, "source"));
        var options = EngineOptions.defaults().withParallelRuns(1).withQueueCapacity(1);

        try (var engine = new TranslationEngine(new ScoringOnceTold(), options)) {
            var scores = ForcedScores.of(engine, sources, Collections.nCopies(11, "target"), streams);

            assertThat(scores.missing()).isEqualTo(1);
            assertThat(scores.logProbability(0)).isEmpty();
            assertThat(scores.logProbability(10)).hasValue(-1);
            assertThat(scores.tokens()).isEqualTo(20);
        }
        assertThat(written.toString(UTF_8)).startsWith("line 1: not scored").hasLineCount(1);
    }

    /** Gives no score before the user was told something. */
    private final class ScoringOnceTold implements Translator {

        @Override
        public ModelInfo model() {
            return new ModelInfo("fake", "1", "en", "de", 5, 1);
        }

        @Override
        public EncodedSegment encode(String segment) {
            if (segment.equals(TOO_LONG)) {
                throw new SegmentTooLongException(6, 5);
            }
            return encodeUnlimited(segment);
        }

        @Override
        public EncodedSegment encodeUnlimited(String segment) {
            return new EncodedSegment(new long[2]);
        }

        @Override
        public List<Float> score(List<EncodedSegment> sources, List<String> targets) {
            try {
                assertThat(told.await(10, TimeUnit.SECONDS))
                        .as("told before a score is there")
                        .isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return Collections.nCopies(sources.size(), -1f);
        }

        @Override
        public List<Translation> translate(List<EncodedSegment> batch, SearchOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<List<Translation>> translateAll(List<EncodedSegment> batch, SearchOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
