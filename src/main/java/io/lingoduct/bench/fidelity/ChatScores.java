package io.lingoduct.bench.fidelity;

import io.lingoduct.bench.fidelity.FidelityFigures.Score;
import io.lingoduct.bench.fidelity.check.BareText;
import io.lingoduct.bench.fidelity.probe.ChatMessage;
import io.lingoduct.text.metrics.Bleu;
import io.lingoduct.text.metrics.Metric;
import java.util.List;

/** Scores of messages as they were typed, beside the same ones written out. Case does not count, nor does what {@link BareText} takes off. */
final class ChatScores {

    private static final String PART = "chat style";

    private ChatScores() {}

    /**
     * @param typed translations of the messages as they were typed
     * @param written translations of the messages written out
     */
    static List<Score> of(List<ChatMessage> messages, List<String> typed, List<String> written) {
        Metric metric = Bleu.lowercased13a();
        var references = messages.stream()
                .map(message -> message.references().stream().map(BareText::of).toList())
                .toList();
        double plain =
                BestReference.score(metric, written.stream().map(BareText::of).toList(), references);
        double chat =
                BestReference.score(metric, typed.stream().map(BareText::of).toList(), references);
        return List.of(
                new Score(PART, "written out", metric.name(), plain, 0),
                new Score(PART, "as typed", metric.name(), chat, chat - plain));
    }
}
