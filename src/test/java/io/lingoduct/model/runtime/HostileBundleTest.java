package io.lingoduct.model.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lingoduct.model.EndlessGraph;
import io.lingoduct.model.TestBundles;
import io.lingoduct.model.TestTokenizer;
import io.lingoduct.model.bundle.BundleException;
import io.lingoduct.model.bundle.ManifestFile;
import io.lingoduct.model.bundle.ModelBundle;
import io.lingoduct.model.bundle.Shortlist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is in the files of a bundle, with whatever checksums, it is taken or refused with the file and the cause. */
class HostileBundleTest {

    private static final int TRIALS = 150;

    @TempDir
    Path folder;

    @BeforeEach
    void writeBundle() {
        TestBundles.withBeam().withForcedTargets().write(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.json", "tokenizer.json", TestBundles.GRAPH})
    void shouldRefuseAFileThatIsEmptyOrCutShort(String name) throws IOException {
        var content = Files.readAllBytes(folder.resolve(name));
        for (int part = 0; part < 20; part++) {
            int length = content.length * part / 20;
            replace(name, Arrays.copyOf(content, length));
            assertThatExceptionOfType(BundleException.class)
                    .as("%s cut to %s bytes", name, length)
                    .isThrownBy(() -> OnnxTranslator.load(folder).close());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.json", "tokenizer.json", TestBundles.GRAPH})
    void shouldTakeOrRefuseAFileWithDamagedBytes(String name) throws IOException {
        var content = Files.readAllBytes(folder.resolve(name));
        var random = new Random(21);
        int refused = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            replace(name, garbled(content, random));
            refused += isRefused() ? 1 : 0;
        }
        assertThat(refused).isPositive();
    }

    @Test
    void shouldRefuseAShortlistThatIsEmptyCutShortOrOfOtherBytes() throws IOException {
        var list = Shortlist.of(
                TestTokenizer.SIZE,
                new int[] {TestTokenizer.EOS},
                Collections.nCopies(TestTokenizer.SIZE, new int[] {5, 6}));
        list.write(folder.resolve("shortlist.txt"));
        TestBundles.editManifest(
                folder, manifest -> manifest.withObject("/decoding").put("shortlist", "shortlist.txt"));
        var content = Files.readAllBytes(folder.resolve("shortlist.txt"));
        var random = new Random(21);
        for (UnaryOperator<byte[]> change : List.<UnaryOperator<byte[]>>of(
                bytes -> new byte[0], bytes -> Arrays.copyOf(bytes, bytes.length / 2), bytes -> {
                    random.nextBytes(bytes);
                    return bytes;
                })) {
            TestBundles.replaceFile(folder, "shortlist.txt", change.apply(content.clone()));
            assertThat(isRefused()).isTrue();
        }
    }

    @Test
    @Timeout(120)
    void shouldGiveUpAModelWhoseFirstTranslationDoesNotEnd() {
        TestBundles.replaceFile(folder, TestBundles.GRAPH, EndlessGraph.build());
        TestBundles.editManifest(
                folder, manifest -> manifest.withObject("/decoding").put("max_beam_size", 1));
        var bundle = ModelBundle.open(folder);

        assertThatExceptionOfType(BundleException.class)
                .isThrownBy(() -> OnnxTranslator.load(bundle, Duration.ofMillis(300)))
                .withMessageContainingAll(TestBundles.GRAPH, "had not ended after 0.3 s and was given up");
    }

    private boolean isRefused() {
        try {
            OnnxTranslator.load(folder).close();
            return false;
        } catch (BundleException e) {
            assertThat(e.getMessage()).isNotBlank();
            return true;
        }
    }

    private void replace(String name, byte[] content) throws IOException {
        if (name.equals(ManifestFile.NAME)) {
            Files.write(folder.resolve(name), content);
        } else {
            TestBundles.replaceFile(folder, name, content);
        }
    }

    /** Some bytes replaced, a piece taken out, or one doubled. */
    private static byte[] garbled(byte[] content, Random random) {
        int at = random.nextInt(content.length);
        int count = 1 + random.nextInt(Math.min(16, content.length - at));
        var changed = content.clone();
        switch (random.nextInt(3)) {
            case 0 -> {
                for (int i = at; i < at + count; i++) {
                    changed[i] = (byte) random.nextInt(256);
                }
                return changed;
            }
            case 1 -> {
                System.arraycopy(content, at + count, changed, at, content.length - at - count);
                return Arrays.copyOf(changed, content.length - count);
            }
            default -> {
                changed = Arrays.copyOf(content, content.length + count);
                System.arraycopy(content, at, changed, at + count, content.length - at);
                return changed;
            }
        }
    }
}
