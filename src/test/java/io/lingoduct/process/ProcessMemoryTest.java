package io.lingoduct.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessMemoryTest {

    @TempDir
    Path folder;

    @Test
    void shouldReadWhatTheKernelTells() throws IOException {
        var status = Files.writeString(folder.resolve("status"), "Name:\tjava\nVmHWM:\t  900 kB\nVmRSS:\t  640 kB\n");

        assertThat(new ProcessMemory(status).resident()).hasValue(640 * 1024);
    }

    @Test
    void shouldAdmitThatItDoesNotKnow() {
        assertThat(new ProcessMemory(folder.resolve("none")).resident()).isEmpty();
    }

    @Test
    void shouldSeeWhatTheHeapHolds() {
        var memory = new ProcessMemory(folder);
        long before = memory.heap();
        var held = new byte[50_000_000];

        assertThat(memory.heap() - before).isGreaterThan(held.length / 2);
        assertThat(held).hasSize(50_000_000);
    }
}
