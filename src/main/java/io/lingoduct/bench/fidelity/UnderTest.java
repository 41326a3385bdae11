package io.lingoduct.bench.fidelity;

import io.lingoduct.engine.TextTranslator;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a {@link FidelityBenchmark} looks at. All stays the caller's.
 *
 * @param translator reads English; all but the cost is asked of it
 * @param counts what has become of segments in its front so far, by name, see {@link io.lingoduct.engine.EngineStats#front()}
 * @param front the same model with a front, for its cost
 * @param bare the same model without one
 */
public record UnderTest(
        TextTranslator translator, Supplier<Map<String, Long>> counts, TextTranslator front, TextTranslator bare) {}
