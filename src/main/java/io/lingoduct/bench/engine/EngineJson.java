package io.lingoduct.bench.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lingoduct.bench.engine.EngineFigures.Result;

/** The figures of an {@link EngineBenchmark} as JSON; names in snake_case, shares from 0 to 1, what is unknown null. */
public final class EngineJson {

    private static final ObjectMapper JSON =
            new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    private EngineJson() {}

    public static String of(EngineFigures figures) {
        var root = JSON.createObjectNode();
        root.put("model", figures.run().model());
        root.put("sentences", figures.run().sentences());
        root.put("tokens_per_sentence", figures.run().tokensPerSentence());
        root.put("rounds", figures.run().rounds());
        root.put("stopped", figures.run().stopped());
        root.putObject("machine")
                .put("f32_gflops", figures.machine().f32Gflops())
                .put("int8_gops", figures.machine().int8Gops());
        var results = root.putArray("results");
        figures.results().forEach(result -> add(results.addObject(), result));
        root.set("latency", JSON.valueToTree(figures.latencies()));
        root.set("end_to_end", JSON.valueToTree(figures.endToEnd()));
        root.set("load", JSON.valueToTree(figures.load()));
        root.set("notes", JSON.valueToTree(figures.notes()));
        return root.toPrettyString() + "\n";
    }

    private static void add(ObjectNode node, Result result) {
        node.put("variant", result.variant())
                .put("beam", result.use().beam())
                .put("batch", result.use().batch())
                .put("threads", result.use().threads())
                .put("sentences", result.sentences())
                .put("sentences_per_second", result.speed().sentencesPerSecond())
                .put("source_tokens_per_second", result.speed().sourceTokensPerSecond())
                .put("ratio_to_naive", result.ratios().toNaive())
                .put("share_of_peak", result.shareOfPeak())
                .put("sentences_per_cpu_second", result.speed().sentencesPerCpuSecond())
                .put("cpu_ratio_to_naive", result.ratios().cpuToNaive())
                .put("cpu_ratio_to_fp32", result.ratios().cpuToFloat())
                .put("equal_to_fp32", result.equalToFloat());
    }
}
