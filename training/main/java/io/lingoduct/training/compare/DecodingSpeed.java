package io.lingoduct.training.compare;

import ai.onnxruntime.OrtException;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.bundle.ModelBundle;
import io.lingoduct.model.graph.GraphCall;
import io.lingoduct.model.graph.OnnxGraph;
import io.lingoduct.model.tokenizer.Tokenizer;
import io.lingoduct.text.segment.TextNormalizer;
import io.lingoduct.training.network.Cell;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Speed of exported graphs in ONNX Runtime, on one core. The models take turns, repetition by repetition, so that
 * whatever else the machine does meets all of them; the median repetition counts.
 */
final class DecodingSpeed {

    private static final int ROWS = 32;

    private final List<String> sources;
    private final int repetitions;

    /**
     * @param search {@code greedy} or such as {@code beam 4}
     * @param tokensPerSecond target tokens, end-of-sentence included
     */
    record Speed(Cell cell, String search, double sentencesPerSecond, double tokensPerSecond) {}

    DecodingSpeed(List<String> sources, int repetitions) {
        this.sources = sources;
        this.repetitions = repetitions;
    }

    /**
     * @param bundles by cell; their searches are greedy and the first one's default
     * @throws IllegalStateException if a graph cannot be run
     */
    List<Speed> measure(Map<Cell, Path> bundles) {
        var models = new LinkedHashMap<Cell, Model>();
        try {
            bundles.forEach((cell, bundle) -> models.put(cell, Model.load(bundle, sources)));
            var search = models.values().iterator().next().bundle().defaultSearch();
            var speeds = new ArrayList<>(measure(models, SearchOptions.GREEDY));
            if (search.beamSize() > 1) {
                speeds.addAll(measure(models, search));
            }
            return speeds;
        } catch (OrtException e) {
            throw new IllegalStateException("an exported graph cannot be run: " + e.getMessage(), e);
        } finally {
            models.values().forEach(model -> model.graph().close());
        }
    }

    private List<Speed> measure(Map<Cell, Model> models, SearchOptions search) throws OrtException {
        var seconds = new LinkedHashMap<Cell, List<Double>>();
        var tokens = new LinkedHashMap<Cell, Long>();
        // The first round warms up and does not count.
        for (int i = -1; i < repetitions; i++) {
            for (var model : models.entrySet()) {
                long started = System.nanoTime();
                tokens.put(model.getKey(), model.getValue().translate(search));
                double taken = (System.nanoTime() - started) / 1e9;
                if (i >= 0) {
                    seconds.computeIfAbsent(model.getKey(), cell -> new ArrayList<>())
                            .add(taken);
                }
            }
        }
        var name = search.beamSize() == 1 ? "greedy" : "beam " + search.beamSize();
        return models.keySet().stream()
                .map(cell -> {
                    double median = median(seconds.get(cell));
                    return new Speed(cell, name, sources.size() / median, tokens.get(cell) / median);
                })
                .toList();
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** @param batches of token ids, of about one length each */
    private record Model(ModelBundle bundle, OnnxGraph graph, List<List<long[]>> batches) {

        static Model load(Path folder, List<String> sources) {
            var bundle = ModelBundle.open(folder);
            var encoded = encode(bundle, sources);
            var batches = new ArrayList<List<long[]>>();
            for (int start = 0; start < encoded.size(); start += ROWS) {
                batches.add(encoded.subList(start, Math.min(encoded.size(), start + ROWS)));
            }
            var graph = OnnxGraph.load(
                    bundle.graphFile(), bundle.manifest().decoding().maxBeamSize());
            return new Model(bundle, graph, batches);
        }

        private static List<long[]> encode(ModelBundle bundle, List<String> sources) {
            try (var tokenizer = Tokenizer.load(bundle.tokenizerFile())) {
                var encoded = new ArrayList<long[]>();
                for (var source : sources) {
                    var ids = tokenizer.encode(TextNormalizer.normalize(source));
                    var ended = Arrays.copyOf(ids, ids.length + 1);
                    ended[ids.length] = bundle.manifest().vocabulary().eosId();
                    encoded.add(ended);
                }
                encoded.sort(Comparator.comparingInt(ids -> ids.length));
                return encoded;
            }
        }

        /** Target tokens said. */
        long translate(SearchOptions search) throws OrtException {
            var vocabulary = bundle.manifest().vocabulary();
            long tokens = 0;
            for (var batch : batches) {
                var output = graph.run(GraphCall.search(
                        batch, vocabulary.padId(), bundle.manifest().limits().maxTargetTokens(), search));
                tokens += Arrays.stream(output.targetIds())
                        .filter(id -> id != vocabulary.padId())
                        .count();
            }
            return tokens;
        }
    }
}
