package io.lingoduct.training.compare;

import io.lingoduct.training.compare.CopyRun.CopyPlan;
import io.lingoduct.training.network.Cell;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * All figures of a comparison.
 *
 * @param decodedSentences how many were translated in each repetition, and how many repetitions there were
 * @param copyPlan null where the copy task was left out
 * @param copies empty where the copy task was left out
 */
record Comparison(
        String name,
        List<CellResult> cells,
        List<DecodingSpeed.Speed> decoding,
        int decodedSentences,
        int repetitions,
        CopyPlan copyPlan,
        List<CopyRun.Result> copies) {

    Comparison {
        cells = List.copyOf(cells);
        decoding = List.copyOf(decoding);
        copies = List.copyOf(copies);
    }

    Optional<CopyRun.Result> copy(Cell cell, int gap) {
        return copies.stream()
                .filter(copy -> copy.cell() == cell && copy.gap() == gap)
                .findFirst();
    }

    Optional<DecodingSpeed.Speed> speed(Cell cell, String search) {
        return decoding.stream()
                .filter(speed -> speed.cell() == cell && speed.search().equals(search))
                .findFirst();
    }

    /** Speed of a cell's graph with a search, if it was measured. */
    OptionalDouble sentencesPerSecond(CellResult cell, String search) {
        return speed(cell.cell(), search).stream()
                .mapToDouble(DecodingSpeed.Speed::sentencesPerSecond)
                .findFirst();
    }

    /** The searches that speeds were measured with, greedy first. */
    List<String> searches() {
        return decoding.stream().map(DecodingSpeed.Speed::search).distinct().toList();
    }
}
