package io.lingoduct.training.report;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/** Event of a training run: one line of its {@code metrics.jsonl}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(RunEvent.Updates.class),
    @JsonSubTypes.Type(RunEvent.EpochEnd.class),
    @JsonSubTypes.Type(RunEvent.Samples.class),
    @JsonSubTypes.Type(RunEvent.Alignments.class),
    @JsonSubTypes.Type(RunEvent.Note.class),
    @JsonSubTypes.Type(RunEvent.Resumed.class)
})
public sealed interface RunEvent {

    /**
     * Some updates were made since the last of these events.
     *
     * @param update the last of them, counted from the start of the run
     * @param loss in nats per target token, mean since the last event
     * @param gradientNorm before clipping, mean since the last event
     * @param tokensPerSecond target tokens, since the last event
     * @param seconds that the run has trained so far, the time before a resume included
     */
    @JsonTypeName("updates")
    record Updates(
            long update,
            int epoch,
            double loss,
            double learningRate,
            double gradientNorm,
            double tokensPerSecond,
            double seconds)
            implements RunEvent {}

    /**
     * An epoch has ended, or a part of it where a run is validated more often, and was validated.
     *
     * @param epoch counted from 1
     * @param trainLoss in nats per target token, mean of the epoch so far
     * @param tokensPerSecond target tokens, mean of the epoch so far
     * @param seconds that the run has trained so far, the time before a resume included
     * @param best whether it is the best so far
     */
    @JsonTypeName("epoch_end")
    record EpochEnd(
            int epoch,
            long update,
            double trainLoss,
            double devPerplexity,
            double devBleu,
            double tokensPerSecond,
            double seconds,
            boolean best)
            implements RunEvent {}

    /** Translations of a validated model of a few sentences, always the same ones in the same order. */
    @JsonTypeName("samples")
    record Samples(int epoch, long update, List<Sample> samples) implements RunEvent {

        public Samples {
            samples = List.copyOf(samples);
        }
    }

    /** One translated sentence. */
    record Sample(String source, String reference, String hypothesis) {}

    /** Attention of a validated model in a few sentences, always the same ones in the same order. */
    @JsonTypeName("alignments")
    record Alignments(int epoch, long update, List<Alignment> alignments) implements RunEvent {

        public Alignments {
            alignments = List.copyOf(alignments);
        }
    }

    /**
     * The attention of one sentence.
     *
     * @param source [S] tokens
     * @param target [T] tokens
     * @param weights [T][S]
     */
    record Alignment(List<String> source, List<String> target, List<List<Float>> weights) {

        public Alignment {
            source = List.copyOf(source);
            target = List.copyOf(target);
            weights = weights.stream().map(List::copyOf).toList();
            int length = source.size();
            if (weights.size() != target.size() || weights.stream().anyMatch(row -> row.size() != length)) {
                throw new IllegalArgumentException("weights of another shape than %d target × %d source tokens"
                        .formatted(target.size(), source.size()));
            }
        }
    }

    /** A remark such as {@code stopped early}. */
    @JsonTypeName("note")
    record Note(long update, String text) implements RunEvent {}

    /**
     * The run goes on from a checkpoint. What stands earlier in the log about later updates did not happen to this run's
     * model; a note that explains a rollback therefore comes after this event, or with the update it goes on from.
     *
     * @param update the last one that the checkpoint contains
     */
    @JsonTypeName("resumed")
    record Resumed(long update) implements RunEvent {}
}
