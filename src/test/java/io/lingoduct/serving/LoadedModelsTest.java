package io.lingoduct.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.model.TestBundles;
import io.lingoduct.model.bundle.BundleException;
import io.lingoduct.model.bundle.ModelBundle;
import io.lingoduct.model.runtime.MemoryEstimate;
import io.lingoduct.service.EngineSection;
import io.lingoduct.service.EngineSections;
import io.lingoduct.service.Format;
import io.lingoduct.service.RouteConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedModelsTest {

    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    static Path folder;

    private static RouteConfig first;
    private static RouteConfig second;
    private static int enoughForOne;

    @BeforeAll
    static void writeBundles() {
        first = routeWith("first");
        second = routeWith("second");
        enoughForOne = (int) (MemoryEstimate.bytes(ModelBundle.open(first.model())) / MEBIBYTE) + 1;
    }

    @Test
    void shouldLoadAModelOnceForAllRoutes() {
        try (var models = new LoadedModels(engine(null))) {
            assertThat(models.translator(first)).isSameAs(models.translator(first));
        }
    }

    @Test
    void shouldNotCountAModelTwiceThatServesTwoRoutes() {
        try (var models = new LoadedModels(engine(enoughForOne))) {
            assertThat(models.translator(first)).isSameAs(models.translator(first));
        }
    }

    @Test
    void shouldRefuseAModelThatDoesNotFitBesideTheOthers() {
        try (var models = new LoadedModels(engine(enoughForOne))) {
            models.translator(first);
            assertThatThrownBy(() -> models.translator(second))
                    .isInstanceOf(BundleException.class)
                    .hasMessageContaining("second")
                    .hasMessageContaining("needs about 2.")
                    .hasMessageContaining("the models before it 2.")
                    .hasMessageContaining(enoughForOne + " MiB that engine.model-memory-mb allows");
        }
    }

    @Test
    void shouldLoadModelsThatFitTogether() {
        try (var models = new LoadedModels(engine(2 * enoughForOne))) {
            assertThat(models.translator(first)).isNotSameAs(models.translator(second));
        }
    }

    @Test
    void shouldSetNoLimitUnlessTold() {
        try (var models = new LoadedModels(engine(null))) {
            assertThat(models.translator(first)).isNotSameAs(models.translator(second));
        }
    }

    private static RouteConfig routeWith(String name) {
        var bundle = TestBundles.greedy().write(folder.resolve(name));
        return new RouteConfig(List.of(name), name + ".de", bundle, Format.TEXT);
    }

    private static EngineSection engine(Integer memoryMb) {
        return EngineSections.of(memoryMb == null ? Map.of() : Map.of("model-memory-mb", memoryMb));
    }
}
