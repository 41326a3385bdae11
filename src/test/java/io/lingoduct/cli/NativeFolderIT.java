package io.lingoduct.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.streams.BrokerKit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compression whose native library finds no folder to be unpacked into, in a process of its own. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class NativeFolderIT {

    private static BrokerKit broker;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        broker = new BrokerKit();
        broker.createTopics(1, "texts");
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @ParameterizedTest
    @CsvSource({"zstd, ZstdTempFolder", "snappy, org.xerial.snappy.tempdir"})
    void shouldNameThePropertyOfTheFolder(String compression, String property) throws Exception {
        var absent = Files.writeString(folder.resolve("a-file"), "no folder").resolve("natives");
        var settings = Files.writeString(folder.resolve("kafka.properties"), "compression.type=" + compression + "\n");
        var builder = ToolsKit.builder(
                "produce",
                "--to=texts",
                "--bootstrap-servers=" + broker.bootstrapServers(),
                "--kafka-config=" + settings);
        builder.environment().put("JAVA_TOOL_OPTIONS", "-D" + property + "=" + absent);
        var process = builder.redirectErrorStream(true).start();
        try (var lines = process.getOutputStream()) {
            lines.write("Good evening\n".getBytes(UTF_8));
        }
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(said.lines())
                .anyMatch(line -> line.startsWith("lingoduct produce: the native library of " + compression)
                        && line.contains("folder " + absent)
                        && line.contains("LINGODUCT_JAVA_OPTS=-D" + property + "=DIR"));
    }
}
