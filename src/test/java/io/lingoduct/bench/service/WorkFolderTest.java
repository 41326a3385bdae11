package io.lingoduct.bench.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class WorkFolderTest {

    @Test
    void shouldKeepNothingButLogsAndThenNothingAtAll() throws Exception {
        var work = new WorkFolder("lingoduct-test");
        Files.writeString(
                Files.createDirectories(work.file("broker").resolve("topic-0")).resolve("0.log"), "x");
        Files.writeString(work.log("broker"), "what it said");

        work.removeAllButLogs();

        assertThat(work.file("broker")).doesNotExist();
        assertThat(work.log("broker")).hasContent("what it said");

        work.close();

        assertThat(work.logs().getParent()).doesNotExist();
    }
}
