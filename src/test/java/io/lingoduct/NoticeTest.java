package io.lingoduct;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.bundle.ModelBundle;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeTest {

    private static final Pattern JAR = Pattern.compile("(.+?)-\\d[^/]*\\.jar");
    private static final Pattern FOR_TESTS =
            Pattern.compile("junit-.*|opentest4j|apiguardian-api|assertj-core|byte-buddy"
                    + "|jqwik.*|archunit.*|awaitility|hamcrest.*|kafka-streams-test-utils|surefire.*|rocksdbjni");

    @Test
    void shouldNameTheLibrariesOfTheClassPathAndNoOthers() throws Exception {
        var present = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> JAR.matcher(Path.of(entry).getFileName().toString()))
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1))
                .filter(name -> !FOR_TESTS.matcher(name).matches())
                .map(name -> name.equals("onnxruntime_gpu") ? "onnxruntime" : name)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named(Files.readString(Path.of("..", "NOTICE")))).containsExactlyInAnyOrderElementsOf(present);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LICENSE", "NOTICE"})
    void shouldLieInTheJar(String name) throws IOException, URISyntaxException {
        var classes = Path.of(ModelBundle.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        assertThat(classes.resolve("META-INF").resolve(name)).hasSameTextualContentAs(Path.of("..", name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile", "Dockerfile.gpu"})
    void shouldLieInTheImage(String name) throws IOException {
        assertThat(Path.of("..", "docker", name)).content().containsPattern("(?m)^COPY LICENSE NOTICE ./$");
        assertThat(Path.of("..", ".dockerignore")).content().contains("!LICENSE\n", "!NOTICE\n");
    }

    private static TreeSet<String> named(String notice) {
        var list = notice.substring(notice.indexOf("Third parties"));
        var names = new TreeSet<String>();
        for (var entry : list.split("(?m)^  - ")) {
            if (entry != null && !entry.startsWith("Third")) {
                var line = entry.split("\n\\s*\n")[0].replaceAll("\\(.*?\\)", "");
                names.addAll(Arrays.asList(line.strip().split(",\\s*")));
            }
        }
        return names;
    }
}
