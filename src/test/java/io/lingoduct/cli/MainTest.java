package io.lingoduct.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldListTheCommands() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("serve", "config", "translate", "evaluate", "train", "produce", "consume", "dead-letters");
    }

    @Test
    void shouldTellItsVersion() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).startsWith("lingoduct ");
    }

    @Test
    void shouldAskForACommand() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).isEqualToIgnoringNewLines("lingoduct: a command is missing; see lingoduct --help");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | lingoduct: there is no command nonsense; see lingoduct --help",
                "nonsense --help | lingoduct: there is no command nonsense; see lingoduct --help",
                "--help nonsense | lingoduct: there is no command nonsense; see lingoduct --help",
                "nonsense --version | lingoduct: there is no command nonsense; see lingoduct --help",
                "nonsense serve | lingoduct: there is no command nonsense; see lingoduct --help",
                "nonsense serve --help | lingoduct: there is no command nonsense; see lingoduct --help",
                "srve --config a | lingoduct: there is no command srve; is serve meant?; see lingoduct --help",
                "bench nonsense --help | lingoduct bench: there is no command nonsense; see lingoduct bench --help",
                "serve --config a b | lingoduct serve: there is no use for 'b' here; see lingoduct serve --help",
                "-x | lingoduct: Unknown option: '-x'; see lingoduct --help",
                "-x serve --config | lingoduct: there is no option -x; see lingoduct --help"
            })
    void shouldSayWhatTheCommandLineHasTooMuch(String arguments, String fault) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString()).isEqualToIgnoringNewLines(fault);
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "serve --help", "serve --config x --help", "bench engine --help"})
    void shouldGiveHelpForACommand(String arguments) {
        assertThat(run(arguments.split(" "))).isZero();
        assertThat(out.toString()).startsWith("Usage: lingoduct");
    }

    @Test
    void shouldRefuseAnUnknownOptionInOneLine() {
        assertThat(run("translate", "--modle", "x")).isEqualTo(2);
        assertThat(err.toString()).startsWith("lingoduct translate: ").hasLineCount(1);
    }

    @Test
    void shouldRefuseABundleThatIsNotThereInOneLine() {
        assertThat(run("translate", "--model", "no/such/folder")).isEqualTo(2);
        assertThat(err.toString()).contains("no such folder").hasLineCount(1);
    }

    @Test
    void shouldSendTrainingToTheLauncher() {
        assertThat(run("train", "--config", "x.yaml")).isEqualTo(2);
        assertThat(err.toString()).contains("./lingoduct train").hasLineCount(1);
    }

    @Test
    void shouldSendTheTrainingBenchmarkToTheLauncher() {
        assertThat(run("bench", "training", "--quick")).isEqualTo(2);
        assertThat(err.toString()).contains("./lingoduct bench training").hasLineCount(1);
    }

    @Test
    void shouldAskForTheNameOfABenchmark() {
        assertThat(run("bench")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines(
                        "lingoduct bench: the name of a benchmark is missing; see lingoduct bench --help");
    }

    @Test
    void shouldFormatEveryHelp() {
        assertThat(descriptions(new CommandLine(new Main())))
                .hasSizeGreaterThan(100)
                .allSatisfy(text -> assertThatCode(() -> String.format(text)).doesNotThrowAnyException());
    }

    private static List<String> descriptions(CommandLine command) {
        var usage = command.getCommandSpec().usageMessage();
        var texts = new ArrayList<String>();
        texts.addAll(List.of(usage.description()));
        texts.addAll(List.of(usage.footer()));
        command.getCommandSpec().args().forEach(argument -> texts.addAll(List.of(argument.description())));
        command.getSubcommands().values().forEach(sub -> texts.addAll(descriptions(sub)));
        return texts;
    }

    private int run(String... args) {
        return Main.ofProcess()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
