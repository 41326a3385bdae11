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
        root.put("model", figures.model());
        root.put("sentences", figures.sentences());
        root.put("tokens_per_sentence", figures.tokensPerSentence());
        root.put("rounds", figures.rounds());
        root.put("stopped", figures.stopped());
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
                .put("beam", result.beam())
                .put("batch", result.batch())
                .put("threads", result.threads())
                .put("sentences", result.sentences())
                .put("sentences_per_second", result.sentencesPerSecond())
                .put("source_tokens_per_second", result.sourceTokensPerSecond())
                .put("ratio_to_naive", result.ratioToNaive())
                .put("share_of_peak", result.shareOfPeak())
                .put("sentences_per_cpu_second", result.sentencesPerCpuSecond())
                .put("cpu_ratio_to_naive", result.cpuRatioToNaive())
                .put("cpu_ratio_to_fp32", result.cpuRatioToFloat())
                .put("equal_to_fp32", result.equalToFloat());
    }
}
