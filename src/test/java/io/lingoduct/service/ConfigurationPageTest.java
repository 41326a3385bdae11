package io.lingoduct.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.config.ConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds docs/configuration.md to the keys that there are. */
class ConfigurationPageTest {

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

    @Test
    void shouldExplainEveryKey() {
        var keys = ServeConfig.reference()
                .lines()
                .filter(line -> line.matches("[a-z].*: .*"))
                .map(line -> line.substring(0, line.indexOf(':')).replaceFirst(".*\\.", ""))
                .toList();

        assertThat(keys).hasSizeGreaterThan(40).allSatisfy(key -> assertThat(page)
                .contains("`" + key + "`"));
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
