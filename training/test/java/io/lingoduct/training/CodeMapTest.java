package io.lingoduct.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Makes the tables of docs/code-map.md out of the packages' pages; {@code -Dcode-map.write=true} writes them. */
class CodeMapTest {

    private static final Path MAP = Path.of("..", "docs", "code-map.md");
    private static final String TRAINING = "training.";

    @Test
    void shouldHoldThePagesOfAllPackages() throws IOException {
        var map = Files.readString(MAP);
        var made = with(
                with(map, "application", name -> !name.startsWith(TRAINING)),
                "training module",
                name -> name.startsWith(TRAINING));
        if (Boolean.getBoolean("code-map.write")) {
            Files.writeString(MAP, made);
            return;
        }
        assertThat(map)
                .as("docs/code-map.md, written by mvn test -pl training -am -Dtest=CodeMapTest -Dcode-map.write=true"
                        + " -Dsurefire.failIfNoSpecifiedTests=false")
                .isEqualTo(made);
    }

    private static String with(String map, String part, Predicate<String> names) {
        var opening = "<!-- packages of the " + part + " -->\n";
        int from = map.indexOf(opening) + opening.length();
        int to = map.indexOf("<!-- end of packages -->", from);
        assertThat(map).contains(opening);
        assertThat(to).as("the end of the packages of the " + part).isPositive();
        return map.substring(0, from) + table(names) + map.substring(to);
    }

    private static String table(Predicate<String> names) {
        return "\n| package | idea | start reading at | uses |\n|---|---|---|---|\n"
                + PackagePage.all().values().stream()
                        .filter(page -> names.test(page.name()))
                        .map(CodeMapTest::row)
                        .collect(Collectors.joining())
                + "\n";
    }

    private static String row(PackagePage page) {
        return "| `%s` | %s | %s | %s |\n"
                .formatted(page.name(), page.ideaInMarkdown(), code(page.start()), code(page.mayUse()));
    }

    private static String code(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}
