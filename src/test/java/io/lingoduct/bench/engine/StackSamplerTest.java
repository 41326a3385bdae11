package io.lingoduct.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.bench.engine.StackSampler.Part;
import org.junit.jupiter.api.Test;

class StackSamplerTest {

    private static final int NATIVE = -2;

    @Test
    void shouldTellTheGraphFromTheCodeAroundIt() {
        var session = "ai.onnxruntime.OrtSession";

        assertThat(part(frame(session, "run", NATIVE), frame(session, "run", 400)))
                .isEqualTo(Part.RUN);
        assertThat(part(frame("java.util.HashMap", "put", 5), frame(session, "run", 400)))
                .isEqualTo(Part.OTHER);
    }

    @Test
    void shouldKnowTheTokenizer() {
        var library = "ai.djl.huggingface.tokenizers.jni.TokenizersLibrary";

        assertThat(part(
                        frame(library, "encode", NATIVE),
                        frame("io.lingoduct.model.tokenizer.Tokenizer", "encode", 60)))
                .isEqualTo(Part.TOKENIZING);
    }

    @Test
    void shouldCountAThreadThatComputesJava() {
        var sampler = StackSampler.watching(Thread.currentThread());
        try (sampler) {
            long end = System.nanoTime() + 50_000_000;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        }

        assertThat(sampler.looks()).isPositive();
        assertThat(sampler.share(Part.OTHER)).isEqualTo(1);
    }

    private static Part part(StackTraceElement... stack) {
        return StackSampler.part(stack);
    }

    private static StackTraceElement frame(String type, String method, int line) {
        return new StackTraceElement(type, method, "X.java", line);
    }
}
