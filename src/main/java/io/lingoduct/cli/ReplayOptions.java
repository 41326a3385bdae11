package io.lingoduct.cli;

import io.lingoduct.observe.StandardStreams;
import io.lingoduct.tools.Clients;
import io.lingoduct.tools.TopicCatalog;
import io.lingoduct.tools.deadletters.DeadLetterFilter;
import io.lingoduct.tools.deadletters.DeadLetterReplay;
import io.lingoduct.tools.deadletters.ReplaySession;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** The options for replaying dead letters. */
final class ReplayOptions {

    @Option(names = "--dry-run", description = "With --replay: send nothing and say what would be sent.")
    private boolean dryRun;

    @Option(
            names = "--to",
            paramLabel = "TOPIC",
            description = "With --replay: topic to send to instead of the original ones.")
    private String to;

    @Option(
            names = "--group",
            paramLabel = "ID",
            description = "With --replay: consumer group that notes what was replayed; a new one begins anew. Default:"
                    + " lingoduct-replay-TOPIC.")
    private String group;

    boolean given() {
        return dryRun || to != null || group != null;
    }

    /** Replays and says what came of it; the exit code. */
    int run(
            Clients clients,
            TopicCatalog topics,
            List<TopicPartition> partitions,
            DeadLetterFilter filter,
            BooleanSupplier stopped,
            StandardStreams streams) {
        var id = group == null ? ReplaySession.defaultGroup(partitions.get(0).topic()) : group;
        var session = new ReplaySession(clients, topics, id, filter, to);
        var summary = dryRun
                ? session.dryRun(partitions, stopped, replayed -> {})
                : session.replay(partitions, stopped, replayed -> show(replayed, streams));
        summarize(summary, streams);
        return dryRun || summary.left().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static void show(long replayed, StandardStreams streams) {
        if (streams.progress()) {
            streams.err().print("\r" + replayed + " replayed ");
            streams.err().flush();
        }
    }

    private void summarize(DeadLetterReplay.Summary summary, StandardStreams streams) {
        var err = streams.err();
        if (streams.progress()) {
            err.print("\r");
        }
        err.println((dryRun ? "Would replay: " : "Replayed: ")
                + summary.sent()
                + (summary.earlier() > 0 ? ", replayed before: " + summary.earlier() : "")
                + (summary.passedOver() > 0 ? ", passed over by the filter: " + summary.passedOver() : "")
                + (summary.complete() ? "" : "; stopped before the end, the next replay goes on from here"));
        summary.replayed().forEach((topic, count) -> streams.say("  to " + topic + ": " + count));
        summary.left().forEach((reason, count) -> streams.say("  left, because " + reason + ": " + count));
    }
}
