package io.lingoduct.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.engine.TextLimitException;
import io.lingoduct.model.TestBundles;
import io.lingoduct.model.bundle.BundleException;
import io.lingoduct.model.bundle.HeapRoom;
import io.lingoduct.model.bundle.ModelBundle;
import io.lingoduct.model.runtime.MemoryEstimate;
import io.lingoduct.model.runtime.OnnxTranslator;
import io.lingoduct.service.EngineSection;
import io.lingoduct.service.EngineSections;
import io.lingoduct.serving.ReloadOutcome.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class ServedModelTest {

    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    private Path temporary;

    private Path folder;
    private ServedModel model;

    @BeforeEach
    void writeBundle() {
        folder = TestBundles.greedy().write(temporary.resolve("upper"));
    }

    @AfterEach
    void close() {
        if (model != null) {
            model.close();
        }
    }

    @Test
    void shouldTakeANewBundleOnceItsFolderHasSettled() {
        load(null);
        assertThat(model.poll().kind()).isEqualTo(Kind.UNCHANGED);
        setVersion("2");

        assertThat(model.poll().kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(model.poll().kind()).isEqualTo(Kind.SWAPPED);
        assertThat(model.poll().kind()).isEqualTo(Kind.UNCHANGED);

        assertThat(model.model().version()).isEqualTo("2");
        assertThat(translationOf("hello")).isEqualTo("HELLO by 2");
    }

    @Test
    void shouldLeaveABundleAloneThatIsStillBeingCopied() throws IOException {
        load(null);
        var card = "The second one.\n";
        TestBundles.replaceFile(folder, "README.md", card.getBytes(StandardCharsets.UTF_8));
        setVersion("2");
        for (int length = 0; length <= card.length(); length += 4) {
            Files.writeString(folder.resolve("README.md"), card.substring(0, length));
            assertThat(model.poll().kind()).isEqualTo(Kind.UNCHANGED);
        }

        assertThat(model.poll().kind()).isEqualTo(Kind.SWAPPED);
    }

    @Test
    void shouldRefuseADamagedBundleOnceAndTakeItWhenItIsMended() {
        load(null);
        setVersion("2");
        var graph = folder.resolve(TestBundles.GRAPH);
        TestBundles.flipBit(graph);
        model.poll();

        var refused = model.poll();
        assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
        assertThat(refused.reason()).contains(graph.toString(), "SHA-256");
        assertThat(refused.model().version()).isEqualTo("1");
        assertThat(model.poll().kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(translationOf("hello")).isEqualTo("HELLO by 1");

        TestBundles.flipBit(graph);
        model.poll();
        assertThat(model.poll().kind()).isEqualTo(Kind.SWAPPED);
    }

    @Test
    void shouldKeepTheModelWhileItsFolderIsGone() throws IOException {
        load(null);
        var away = temporary.resolve("away");
        Files.move(folder, away);
        model.poll();

        assertThat(model.poll().kind()).isEqualTo(Kind.REFUSED);
        assertThat(translationOf("hello")).isEqualTo("HELLO by 1");

        Files.move(away, folder);
        assertThat(model.poll().kind()).isEqualTo(Kind.UNCHANGED);
    }

    @Test
    void shouldFollowALinkThatIsTurnedToAnotherFolder() throws IOException {
        var link = Files.createSymbolicLink(temporary.resolve("current"), folder);
        model = new ServedModel(link, engine(), ModelMemory.limitedTo(null));
        var next = TestBundles.greedy().write(temporary.resolve("next"));
        TestBundles.editManifest(next, manifest -> manifest.put("version", "2"));

        Files.delete(link);
        Files.createSymbolicLink(link, next);

        model.poll();
        assertThat(model.poll().kind()).isEqualTo(Kind.SWAPPED);
        assertThat(model.model().version()).isEqualTo("2");
    }

    @Test
    void shouldTakeANewBundleAtOnceOnRequest() {
        load(null);
        assertThat(model.reload().kind()).isEqualTo(Kind.UNCHANGED);
        setVersion("2");

        assertThat(model.reload().kind()).isEqualTo(Kind.SWAPPED);
        assertThat(model.reload().kind()).isEqualTo(Kind.UNCHANGED);
    }

    @Test
    void shouldRefuseABundleForOtherLanguages() {
        load(null);
        TestBundles.editManifest(folder, manifest -> manifest.put("target_language", "fr"));

        var outcome = model.reload();

        assertThat(outcome.kind()).isEqualTo(Kind.REFUSED);
        assertThat(outcome.reason()).contains(folder.toString(), "en to fr", "needs a restart");
        assertThat(model.model().targetLanguage()).isEqualTo("de");
    }

    @Test
    void shouldRefuseABundleThatDoesNotFitBesideTheOldOne() {
        load((int) (estimate() / MEBIBYTE) + 1);
        setVersion("2");

        var outcome = model.reload();

        assertThat(outcome.kind()).isEqualTo(Kind.REFUSED);
        assertThat(outcome.reason()).contains("engine.model-memory-mb");
    }

    @Test
    void shouldTakeABundleAsSoonAsThereIsMemoryForIt() {
        var memory = ModelMemory.limitedTo((int) (2 * estimate() / MEBIBYTE) + 1);
        model = new ServedModel(folder, engine(), memory);
        long others = memory.reserve(ModelBundle.open(folder));
        setVersion("2");
        model.poll();
        assertThat(model.poll().kind()).isEqualTo(Kind.REFUSED);

        memory.release(others);

        assertThat(model.poll().kind()).isEqualTo(Kind.SWAPPED);
    }

    @Test
    void shouldTakeABundleAsSoonAsThereIsHeapForIt() {
        var freeHeap = new AtomicLong(Long.MAX_VALUE);
        var memory = ModelMemory.limitedTo(null);
        model = new ServedModel(folder, engine(), memory, (bundle, device, search) -> {
            new HeapRoom(freeHeap::get).require(folder.resolve("a.graph"), 1_000);
            return OnnxTranslator.load(bundle, device, search);
        });
        setVersion("2");
        freeHeap.set(999);
        model.poll();
        assertThat(model.poll().reason()).contains("of Java's heap");
        assertThat(model.poll().kind()).as("no second try while there is none").isEqualTo(Kind.UNCHANGED);
        assertThat(memory.usedBytes()).isEqualTo(estimate());

        freeHeap.set(1_000);

        assertThat(model.poll().kind()).isEqualTo(Kind.SWAPPED);
    }

    @Test
    void shouldCountTheOldVersionUntilItIsClosed() {
        var memory = ModelMemory.limitedTo((int) (2 * estimate() / MEBIBYTE) + 1);
        model = new ServedModel(folder, engine(), memory);
        for (int version = 2; version < 6; version++) {
            setVersion("" + version);
            assertThat(model.reload().kind()).isEqualTo(Kind.SWAPPED);
            Awaitility.await().atMost(10, TimeUnit.SECONDS).until(() -> memory.usedBytes() == estimate());
        }
    }

    @Test
    void shouldGiveBackTheMemoryOfABundleThatIsRefused() {
        var memory = ModelMemory.limitedTo(null);
        model = new ServedModel(folder, engine(), memory);
        TestBundles.editManifest(folder, manifest -> manifest.put("target_language", "fr"));
        model.reload();

        assertThat(memory.usedBytes()).isEqualTo(estimate());
    }

    static Stream<Throwable> whateverAnEndedLoadThrows() {
        return Stream.of(
                new OutOfMemoryError("Java heap space"),
                new StackOverflowError(),
                new UnsatisfiedLinkError("a library"),
                new IllegalStateException("a library"));
    }

    @ParameterizedTest
    @MethodSource("whateverAnEndedLoadThrows")
    void shouldKeepTheModelWhenTheNextOneCannotBeLoadedForWhateverReason(Throwable cause) {
        var memory = ModelMemory.limitedTo(null);
        var breaks = new AtomicBoolean();
        model = new ServedModel(folder, engine(), memory, (bundle, device, search) -> {
            if (breaks.get()) {
                ServedModelTest.<RuntimeException>sneakyThrow(cause);
            }
            return OnnxTranslator.load(bundle, device, search);
        });
        setVersion("2");
        breaks.set(true);

        var outcome = model.reload();

        assertThat(outcome.kind()).isEqualTo(Kind.REFUSED);
        assertThat(outcome.reason()).contains(folder.toString(), cause.toString());
        assertThat(memory.usedBytes()).isEqualTo(estimate());
        assertThat(translationOf("hello")).isEqualTo("HELLO by 1");
        breaks.set(false);
        assertThat(model.reload().kind()).isEqualTo(Kind.SWAPPED);
    }

    @ParameterizedTest
    @MethodSource("whateverAnEndedLoadThrows")
    void shouldGiveBackTheMemoryOfAModelThatCannotBeLoadedAtTheStart(Throwable cause) {
        var memory = ModelMemory.limitedTo(null);

        assertThatThrownBy(() -> new ServedModel(folder, engine(), memory, (bundle, device, search) -> {
                    ServedModelTest.<RuntimeException>sneakyThrow(cause);
                    return null;
                }))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining(cause.toString());
        assertThat(memory.usedBytes()).isZero();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneakyThrow(Throwable cause) throws T {
        throw (T) cause;
    }

    @Test
    void shouldTakeNothingOnceClosed() {
        load(null);
        model.close();
        setVersion("2");

        assertThat(model.reload().kind()).isEqualTo(Kind.UNCHANGED);
    }

    @Test
    void shouldLimitWhatAMessageMayCostAsConfigured() {
        var engine = EngineSections.of(Map.of("cache-segments", 10, "max-text-bytes", 5, "message-work-seconds", 60));
        model = new ServedModel(folder, engine, ModelMemory.limitedTo(null));

        assertThat(model.texts().translate("larger"))
                .failsWithin(10, TimeUnit.SECONDS)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(TextLimitException.class);
        assertThat(translationOf("small")).isEqualTo("SMALL by 1");
    }

    @Test
    void shouldRefuseABadBundleAtTheStart() {
        TestBundles.flipBit(folder.resolve(TestBundles.GRAPH));

        assertThatThrownBy(() -> load(null)).isInstanceOf(BundleException.class);
    }

    private void load(Integer memoryMb) {
        model = new ServedModel(folder, engine(), ModelMemory.limitedTo(memoryMb));
    }

    private static EngineSection engine() {
        return EngineSections.of(Map.of("cache-segments", 10));
    }

    private long estimate() {
        return MemoryEstimate.bytes(ModelBundle.open(folder));
    }

    private void setVersion(String version) {
        TestBundles.editManifest(folder, manifest -> manifest.put("version", version));
    }

    private String translationOf(String text) {
        var translation = model.texts().translate(text).join();
        return translation.text() + " by " + translation.model().version();
    }
}
