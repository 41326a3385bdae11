package io.lingoduct.bench.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.bench.chaos.event.ChaosEvent;
import io.lingoduct.bench.chaos.ledger.RouteTally;
import io.lingoduct.bench.chaos.ledger.RouteTally.Lateness;
import io.lingoduct.bench.chaos.ledger.RouteTally.Refused;
import io.lingoduct.bench.chaos.ledger.RouteTally.Translated;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChaosReportTest {

    private static final RouteTally GOOD = new RouteTally(
            "text",
            120,
            0,
            new Translated(116, 0, 0, 0, 0),
            new Refused(4, 4, 0, 0, 0),
            new Lateness(Duration.ofMillis(5_250), Duration.ofSeconds(70)));

    @Test
    void shouldShowTheFiguresOfEachRouteAndThatAllHolds() {
        var text = ChaosReport.text(result(GOOD, List.of(), null));

        assertThat(text)
                .contains("Seed 7, 1.5 minutes, events: kill 2")
                .containsPattern("text +120 +116 +0 +0 +0 +4 +4 +5\\.3 +70\\.0")
                .contains("Dead letters: MalformedMessageException 4")
                .contains("Did not happen, for lack of time: stop")
                .contains("HOLDS")
                .doesNotContain("DOES NOT HOLD", "logs");
    }

    @Test
    void shouldSayWhatDoesNotHoldAndWhereTheLogsAre() {
        var text = ChaosReport.text(result(GOOD, List.of("text: 3 missing"), Path.of("work", "logs")));

        assertThat(text)
                .contains("DOES NOT HOLD:")
                .contains("- text: 3 missing")
                .contains("logs of the processes are in " + Path.of("work", "logs"));
    }

    private static ChaosResult result(RouteTally route, List<String> faults, Path logs) {
        var played = new EnumMap<ChaosEvent, Integer>(Map.of(ChaosEvent.KILL, 2, ChaosEvent.STOP, 0));
        return new ChaosResult(
                7,
                Duration.ofSeconds(90),
                played,
                List.of(route),
                Map.of("MalformedMessageException", 4),
                faults,
                logs);
    }
}
