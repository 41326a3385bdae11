package io.lingoduct.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WarningCountsTest {

    private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");

    private final WarningCounts counts = new WarningCounts();

    @Test
    void shouldTellTheFirstAtOnceAndTheOthersOnceAMinute() {
        assertThat(warn("broker away", 0)).isTrue();
        for (int second = 1; second <= 150; second++) {
            assertThat(warn("broker away", second)).isFalse();
            if (second % 60 != 0) {
                assertThat(counts.due(at(second))).isEmpty();
            } else {
                assertThat(counts.due(at(second)))
                        .hasToString("[60 times more within a minute, " + (second + 1)
                                + " times since 2026-01-31T12:00:00Z: broker away]");
            }
        }
        assertThat(counts.rest(at(151))).singleElement().satisfies(rest -> {
            assertThat(rest.times()).isEqualTo(30);
            assertThat(rest.total()).isEqualTo(151);
        });
    }

    @Test
    void shouldTellOfEachCauseByItself() {
        assertThat(warn("broker away", 0)).isTrue();
        assertThat(warn("topic gone", 1)).isTrue();
        assertThat(warn("topic gone", 2)).isFalse();

        assertThat(counts.due(at(61)))
                .hasToString("[once more within a minute, 2 times since 2026-01-31T12:00:01Z: topic gone]");
    }

    @Test
    void shouldTellACauseAnewThatWasSilentForAMinute() {
        warn("broker away", 0);
        assertThat(counts.due(at(59))).isEmpty();
        assertThat(warn("broker away", 59)).isFalse();
        assertThat(counts.due(at(60))).hasSize(1);
        assertThat(counts.due(at(120))).isEmpty();

        assertThat(warn("broker away", 121)).isTrue();
    }

    @Test
    void shouldRememberSoManyCausesAndLoseNoCount() {
        warn("first", 0);
        warn("first", 1);
        for (int i = 0; i < 10 * WarningCounts.MOST_CAUSES; i++) {
            assertThat(warn("cause " + i, 2)).isTrue();
        }

        assertThat(counts.due(at(3)))
                .hasToString("[once more within a minute, 2 times since 2026-01-31T12:00:00Z: first]");
        assertThat(warn("first", 4)).isTrue();
    }

    @Test
    void shouldNotKeepLongTexts() {
        var text = "x".repeat(1 << 20);
        warn(text, 0);
        warn(text, 1);

        assertThat(counts.rest(at(2)).get(0).text()).hasSize(1_001);
    }

    private boolean warn(String text, int second) {
        return counts.isFirst(text, "Logger", text, at(second));
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
