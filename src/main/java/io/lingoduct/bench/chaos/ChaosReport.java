package io.lingoduct.bench.chaos;

import io.lingoduct.bench.chaos.event.ChaosEvent;
import io.lingoduct.bench.chaos.ledger.RouteTally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures of a run, and whether it holds, as text. */
public final class ChaosReport {

    private static final String ROW = "%-10s %8s %9s %8s %8s %13s %8s %8s %8s %14s%n";

    private ChaosReport() {}

    /** The report of a run, with a line break at the end. */
    public static String text(ChaosResult result) {
        var text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "Seed %d, %.1f minutes, events: %s%n%n",
                result.seed(),
                result.length().toSeconds() / 60.0,
                counts(result.played())));
        text.append(String.format(
                ROW,
                "route",
                "sent",
                "received",
                "missing",
                "doubled",
                "out of order",
                "to refuse",
                "refused",
                "late s",
                "late if hit s"));
        result.routes().forEach(route -> text.append(row(route)));
        text.append(
                String.format("%nDead letters: %s%n", result.reasons().isEmpty() ? "none" : counts(result.reasons())));
        int copies = result.routes().stream().mapToInt(RouteTally::copiesSent).sum();
        if (copies > 0) {
            text.append(
                    String.format("Sent again by the sender's own retries, and not counted as doubled: %d%n", copies));
        }
        unplayed(result).forEach(event -> text.append(String.format("Did not happen, for lack of time: %s%n", event)));
        text.append(String.format("%n%s%n", result.holds() ? "HOLDS" : "DOES NOT HOLD:"));
        result.faults().forEach(fault -> text.append(String.format("- %s%n", fault)));
        if (result.logs() != null) {
            text.append(String.format("The logs of the processes are in %s%n", result.logs()));
        }
        return text.toString();
    }

    private static String row(RouteTally route) {
        return String.format(
                ROW,
                route.route(),
                route.sent(),
                route.translated().received(),
                route.translated().missing() + route.refused().unanswered(),
                route.translated().doubled() + route.refused().doubled(),
                route.translated().outOfOrder(),
                route.refused().sent(),
                route.refused().once(),
                seconds(route.lateness().usual()),
                seconds(route.lateness().whenHit()));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1e3);
    }

    private static <K> String counts(Map<K, Integer> counts) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static List<ChaosEvent> unplayed(ChaosResult result) {
        var unplayed = new ArrayList<ChaosEvent>();
        result.played().forEach((event, count) -> {
            if (count == 0) {
                unplayed.add(event);
            }
        });
        return unplayed;
    }
}
