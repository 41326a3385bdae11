package io.lingoduct.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.cli.KeyOptions.KeyOption;
import io.lingoduct.config.Key;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

class KeyOptionsTest {

    private enum Crust {
        THIN,
        VERY_THICK
    }

    private static final Key<Integer> DEGREES =
            Key.integer("degrees", 0, 300, "How hot, 100% of the time.").orElse(180);
    private static final Key<Crust> CRUST = Key.choice("crust", Crust.class, "Its base.");
    private static final Key<String> NAME = Key.string("name", "Its name.").orElseFrom("that of the cook");
    private static final Key<Boolean> FAN =
            Key.bool("fan", "Whether air moves.").orElse(true);

    private final KeyOptions options = new KeyOptions(
            KeyOption.of(DEGREES, "--hot", "N"),
            KeyOption.of(CRUST, "--crust", "C").otherwise("thin"),
            KeyOption.of(NAME, "--name", "TEXT").about("What guests call it.").required(),
            KeyOption.of(FAN, false, "--no-fan", "Keep the air still."));
    private final CommandLine commandLine = new CommandLine(new Bake());

    @Command(name = "bake", modelTransformer = KeyOptions.Adder.class)
    private final class Bake implements Runnable, KeyOptions.Owner {

        @Override
        public void addOptions(CommandSpec command) {
            options.addTo(command);
        }

        @Override
        public void run() {}
    }

    @Test
    void shouldSayInHelpWhatTheKeysSay() {
        assertThat(commandLine.getUsageMessage().replaceAll("\\s+", " "))
                .contains("--crust=C Its base (thin or very-thick). Default: thin.")
                .contains("--hot=N How hot, 100% of the time (a whole number from 0 to 300). Default: 180.")
                .contains("--name=TEXT What guests call it. --no-fan")
                .contains("--no-fan Keep the air still.");
    }

    @Test
    void shouldReadValuesAsThoseOfAFile() {
        commandLine.parseArgs("--hot=220", "--crust", "very-thick", "--no-fan");

        assertThat(value(DEGREES)).isEqualTo(220);
        assertThat(value(CRUST)).isEqualTo(Crust.VERY_THICK);
        assertThat(value(FAN)).isFalse();
        assertThat(options.given()).containsExactly("--hot", "--crust", "--no-fan");
    }

    @Test
    void shouldKnowWhatWasNotGiven() {
        commandLine.parseArgs("--crust=thin");

        assertThat(options.given()).containsExactly("--crust");
        assertThat(options.settings(DEGREES, CRUST)).containsOnlyKeys("crust").containsEntry("crust", "thin");
        assertThat(value(DEGREES)).isEqualTo(180);
        assertThat(value(FAN)).isTrue();
    }

    @Test
    void shouldNameEveryFaultByItsOption() {
        commandLine.parseArgs("--hot=hell", "--crust=none");

        assertThatThrownBy(() -> options.read(section -> section.get(DEGREES) + " " + section.get(CRUST)))
                .hasMessageContainingAll(
                        "--hot = hell: expected a whole number from 0 to 300",
                        "--crust = none: expected thin or very-thick");
    }

    private <T> T value(Key<T> key) {
        return options.read(section -> section.get(key));
    }
}
