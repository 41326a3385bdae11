package io.lingoduct.bench.fidelity;

import io.lingoduct.bench.fidelity.FidelityFigures.Quality;
import io.lingoduct.bench.fidelity.FidelityFigures.Ranking;
import io.lingoduct.bench.fidelity.check.BareText;
import io.lingoduct.bench.fidelity.quality.Judgement;
import io.lingoduct.bench.fidelity.quality.Reliability;
import io.lingoduct.bench.fidelity.quality.RocArea;
import io.lingoduct.front.TextQuality;
import io.lingoduct.text.metrics.Chrf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Estimates of quality beside what references say. Case does not count, nor does what {@link BareText} takes off. */
final class QualityScores {

    /** chrF2 of a sentence that people could use. */
    private static final double USABLE = 45;

    private final Chrf metric = Chrf.chrf2(true);
    private final Map<String, List<Judgement>> guises = new LinkedHashMap<>();
    private final List<Judgement> all = new ArrayList<>();
    private long unknown;

    void add(String guise, TextQuality quality, String output, String reference) {
        if (!quality.isKnown()) {
            unknown++;
            return;
        }
        boolean usable = metric.sentenceScore(BareText.of(output), BareText.of(reference)) >= USABLE;
        var judgement = new Judgement(quality.estimate(), usable);
        guises.computeIfAbsent(guise, name -> new ArrayList<>()).add(judgement);
        all.add(judgement);
    }

    Quality figures() {
        var rankings = new ArrayList<Ranking>();
        guises.forEach((guise, judgements) -> rankings.add(ranking(guise, judgements)));
        rankings.add(ranking(Tally.ALL, all));
        return new Quality(unknown, rankings, Reliability.bins(all), Reliability.gap(all));
    }

    private static Ranking ranking(String guise, List<Judgement> judgements) {
        double usable = judgements.stream()
                .mapToDouble(each -> each.usable() ? 1 : 0)
                .average()
                .orElse(Double.NaN);
        return new Ranking(guise, judgements.size(), usable, RocArea.of(judgements));
    }
}
