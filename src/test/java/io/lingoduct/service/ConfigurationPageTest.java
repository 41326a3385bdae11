package io.lingoduct.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.config.ConfigReader;
import io.lingoduct.config.Settings.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds docs/configuration.md to the keys that there are. */
class ConfigurationPageTest {

    private static final String HEADER = "| key | value | default | |\n";
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");
    private static final Pattern FILE = Pattern.compile("\\$\\{file:([^}]*)}");
    private static final Map<String, String> NEEDED = Map.of(
            "application-id", "application-id: shop\n",
            "kafka", "kafka: {bootstrap.servers: 'b:1'}\n",
            "models", "models: models\n",
            "routes", "routes: [{from: a, to: b, model: m}]\n");

    private static String page;

    @TempDir
    private Path folder;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(Path.of("..", "docs", "configuration.md"));
    }

    /** What is printed where they differ is the table as it must be. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "## The service  | ''",
                "## The engine   | engine.",
                "## Routes       | routes[].",
                "### Fields      | routes[].fields[].",
                "## The registry | registry."
            })
    void shouldShowTheKeysAsTheyAreDeclared(String heading, String prefix) {
        int begin = page.indexOf(HEADER, page.indexOf("\n" + heading + "\n"));
        var table = page.substring(begin, page.indexOf("\n\n", begin));

        assertThat(table.lines())
                .containsExactlyElementsOf(
                        (HEADER + "|---|---|---|---|\n" + rows(prefix)).lines().toList());
    }

    @Test
    void shouldHaveATableForEveryKey() {
        assertThat(ServeConfig.SETTINGS.rows()).hasSizeGreaterThan(40).allSatisfy(row -> assertThat(page)
                .contains("\n" + line(row, lastName(row)) + "\n"));
    }

    private static String rows(String prefix) {
        return ServeConfig.SETTINGS.rows().stream()
                .filter(row -> row.name().equals(prefix + lastName(row)))
                .map(row -> line(row, lastName(row)))
                .collect(Collectors.joining("\n"));
    }

    private static String lastName(Row row) {
        return row.name().substring(row.name().lastIndexOf('.') + 1);
    }

    private static String line(Row row, String name) {
        var otherwise = row.presence().replaceFirst("^default ", "");
        return "| `" + name + "` | " + row.expected() + " | " + otherwise + " | " + row.about() + " |";
    }

    static Stream<String> examples() throws IOException {
        read();
        return EXAMPLE.matcher(page).results().map(example -> example.group(1)).toList().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void shouldShowExamplesThatHold(String example) throws IOException {
        for (var file : FILE.matcher(example)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList()) {
            Files.writeString(folder.resolve(FILE.matcher(file).replaceFirst("$1")), "s3cret\n");
        }
        var whole = new StringBuilder(example);
        for (var key : List.copyOf(NEEDED.keySet())) {
            if (!example.contains(key + ":")) {
                whole.append(NEEDED.get(key));
            }
        }

        var config = ServeConfig.read(ConfigReader.parse("example", whole.toString(), folder, variable -> "value"));

        assertThat(config.routes()).isNotEmpty();
        assertThat(config.toString()).doesNotContain("s3cret");
    }
}
