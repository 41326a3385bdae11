package io.lingoduct.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionKeysTest {

    private record Oven(int degrees, boolean fan, String dish) {

        Oven withDegrees(int wanted) {
            return new Oven(wanted, fan, dish);
        }

        Oven withFan(boolean on) {
            return new Oven(degrees, on, dish);
        }

        Oven withDish(String wanted) {
            return new Oven(degrees, fan, wanted);
        }
    }

    private static final Key<Integer> DEGREES =
            Key.integer("degrees", 0, 300, "How hot.").orElse(180).where(degrees -> degrees != 13, "brings bad luck");
    private static final Key<Boolean> FAN =
            Key.bool("fan", "Whether air moves.").orElse(true);
    private static final Key<String> DISH = Key.string("dish", "What is baked.").orElseFrom("as the guest says");
    private static final OptionKeys<Oven> KEYS = OptionKeys.<Oven>none()
            .and(DEGREES, Oven::withDegrees)
            .and(FAN, Oven::withFan)
            .and(DISH, Oven::withDish);

    private static final Oven COLD = new Oven(0, false, "bread");

    @Test
    void shouldPutGivenValuesAndDefaultsOverOptions() {
        assertThat(KEYS.read(section(Map.of("degrees", 220))).over(COLD)).isEqualTo(new Oven(220, true, "bread"));
    }

    @Test
    void shouldLeaveWhatWasNotGivenWhereDefaultsAreNotWanted() {
        assertThat(KEYS.readGiven(section(Map.of("dish", "cake"))).over(COLD)).isEqualTo(new Oven(0, false, "cake"));
        assertThat(KEYS.nothing().over(COLD)).isSameAs(COLD);
    }

    @Test
    void shouldFindWhatWasGiven() {
        var given = KEYS.read(section(Map.of("degrees", 220)));

        assertThat(given.find(DEGREES)).contains(220);
        assertThat(given.find(FAN)).contains(true);
        assertThat(given.find(DISH)).isEmpty();
    }

    @Test
    void shouldBeEqualWhereTheSameWasGiven() {
        assertThat(KEYS.read(section(Map.of("degrees", 220))))
                .isEqualTo(KEYS.read(section(Map.of("fan", true, "degrees", "220"))))
                .isNotEqualTo(KEYS.read(section(Map.of("degrees", 221))))
                .hasToString("[degrees=220, fan=true]");
    }

    @Test
    void shouldReportValuesThatMayNotStandThereAndTakeTheDefaultForTheRest() {
        var reader = ConfigReader.of("test", Map.of("degrees", 13, "fan", "perhaps"));

        assertThat(KEYS.read(reader.root()).over(COLD)).isEqualTo(new Oven(180, true, "bread"));
        assertThat(catchThrowableOfType(ConfigException.class, reader::finish).faults())
                .containsExactly(
                        new ConfigFault("degrees", "13", "brings bad luck"),
                        new ConfigFault("fan", "perhaps", "expected true or false"));
    }

    private static Section section(Map<String, ?> settings) {
        return ConfigReader.of("test", settings).root();
    }
}
