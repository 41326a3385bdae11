package io.lingoduct.training.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CopyTaskTest {

    @Property(tries = 200)
    void shouldAskForTheSymbolsThatTheSourceBeginsWith(
            @ForAll @IntRange(min = 1, max = 6) int symbols,
            @ForAll @IntRange(min = 2, max = 10) int alphabet,
            @ForAll @IntRange(min = 1, max = 5) int distractors,
            @ForAll @IntRange(max = 50) int gap,
            @ForAll long seed) {
        var task = new CopyTask(symbols, alphabet, distractors, gap);

        for (var pair : task.draw(5, new Random(seed))) {
            assertThat(pair.source()).hasSize(symbols + gap + 1);
            assertThat(pair.target()).isEqualTo(Arrays.copyOf(pair.source(), symbols));
            assertThat(pair.source()[symbols + gap]).isEqualTo(task.marker());
        }
    }

    @Property(tries = 200)
    void shouldKeepSymbolsDistractorsAndSpecialTokensApart(
            @ForAll @IntRange(min = 2, max = 10) int alphabet,
            @ForAll @IntRange(min = 1, max = 5) int distractors,
            @ForAll @IntRange(min = 1, max = 50) int gap,
            @ForAll long seed) {
        var task = new CopyTask(3, alphabet, distractors, gap);
        int firstDistractor = task.marker() - distractors;

        for (var pair : task.draw(5, new Random(seed))) {
            assertThat(Arrays.stream(pair.target()))
                    .allMatch(id -> id >= firstDistractor - alphabet && id < firstDistractor);
            assertThat(Arrays.stream(pair.source(), 3, 3 + gap))
                    .allMatch(id -> id >= firstDistractor && id < task.marker());
            assertThat(Arrays.stream(pair.source())).allMatch(id -> id > 3 && id < task.vocabulary());
        }
    }

    @Property(tries = 20)
    void shouldDrawTheSameForTheSameSeed(@ForAll long seed) {
        var task = new CopyTask(3, 8, 4, 10);

        var once = task.draw(3, new Random(seed));
        var again = task.draw(3, new Random(seed));

        for (int i = 0; i < 3; i++) {
            assertThat(once.get(i).source()).isEqualTo(again.get(i).source());
        }
    }

    @Example
    void shouldDrawAllSymbolsAboutEquallyOften() {
        var counts = new int[8];
        for (var pair : new CopyTask(3, 8, 4, 0).draw(8000, new Random(1))) {
            for (long id : pair.target()) {
                counts[(int) id - 4]++;
            }
        }

        assertThat(counts).doesNotContain(0);
        assertThat(Arrays.stream(counts).allMatch(count -> Math.abs(count - 3000) < 300))
                .isTrue();
    }

    @Example
    void shouldRefuseATaskWithNothingToTellApart() {
        assertThatThrownBy(() -> new CopyTask(3, 1, 4, 10)).isInstanceOf(IllegalArgumentException.class);
    }
}
