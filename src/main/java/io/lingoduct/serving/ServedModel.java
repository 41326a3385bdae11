package io.lingoduct.serving;

import io.lingoduct.engine.EngineOptions;
import io.lingoduct.engine.EngineStats;
import io.lingoduct.engine.SwappableTextTranslator;
import io.lingoduct.engine.TextTranslator;
import io.lingoduct.model.Device;
import io.lingoduct.model.ModelInfo;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.bundle.BundleException;
import io.lingoduct.model.bundle.HeapRoom.HeapFullException;
import io.lingoduct.model.bundle.ModelBundle;
import io.lingoduct.model.runtime.OnnxTranslator;
import io.lingoduct.service.EngineSection;
import io.lingoduct.serving.ModelMemory.NoMemoryLeftException;
import io.lingoduct.serving.ReloadOutcome.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bundle's folder and the model that was loaded from it last. A new bundle in the folder is checked, loaded and warmed up
 * beside the old one, then takes its place between two batches. A bundle that cannot serve is refused, and the old one
 * stays.
 *
 * <p>A bundle that is still being copied is left alone: {@link #poll} waits until the folder looks the same twice, and the
 * manifest's checksums do not hold before everything is there.
 */
public final class ServedModel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServedModel.class);
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(1);
    private static final String CANNOT_BE_LOADED = "it cannot be loaded: ";

    /** Loads a bundle for a device, ready for a search. */
    interface Loader {
        OnnxTranslator load(ModelBundle bundle, Device device, SearchOptions search);
    }

    private final Path folder;
    private final EngineSection config;
    private final ModelMemory memory;
    private final Loader loader;
    private final SwappableTextTranslator texts;
    private String manifest;
    private long bytes;
    private FolderState seen;
    private FolderState refused;
    private BooleanSupplier maybeRoomNow = () -> false;
    private boolean closed;

    /**
     * Loads the bundle.
     *
     * @throws BundleException if the bundle is refused, cannot be searched as configured or does not fit in the memory
     */
    public ServedModel(Path folder, EngineSection config, ModelMemory memory) {
        this(folder, config, memory, OnnxTranslator::load);
    }

    /** @param loader makes a bundle ready to translate */
    ServedModel(Path folder, EngineSection config, ModelMemory memory, Loader loader) {
        this.folder = folder;
        this.config = config;
        this.memory = memory;
        this.loader = loader;
        this.manifest = FolderState.manifestOf(folder);
        var bundle = ModelBundle.open(folder);
        this.bytes = memory.reserve(bundle);
        try {
            this.texts = firstVersion(bundle);
        } catch (BundleException e) {
            memory.release(bytes);
            throw e;
        } catch (IllegalArgumentException e) {
            memory.release(bytes);
            throw new BundleException(folder, e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            memory.release(bytes);
            throw new BundleException(folder, CANNOT_BE_LOADED + e, e);
        }
    }

    private SwappableTextTranslator firstVersion(ModelBundle bundle) {
        var options = options(bundle);
        var translator = load(bundle);
        try {
            return new SwappableTextTranslator(translator, options);
        } catch (RuntimeException | Error e) {
            translator.close();
            throw e;
        }
    }

    public Path folder() {
        return folder;
    }

    /** The model that serves now. */
    public ModelInfo model() {
        return texts.model();
    }

    /** Translates with whatever version serves when a text comes. */
    public TextTranslator texts() {
        return texts;
    }

    /** The figures of the engine in front of the model, since this version serves. */
    public EngineStats stats() {
        return texts.stats();
    }

    /** Looks for another bundle in the folder and takes it at once, or says why not. */
    public synchronized ReloadOutcome reload() {
        var now = FolderState.of(folder);
        return closed || now.manifest().equals(manifest) ? outcome(Kind.UNCHANGED, "") : take(now);
    }

    /**
     * Looks for another bundle in the folder, as somebody does who comes by every few seconds: takes it when the folder looks
     * as it did last time, and does not try again what was refused before something has changed; only memory, on the heap or
     * beside it, may be there at any time, for one as soon as the last message of another version is translated.
     */
    synchronized ReloadOutcome poll() {
        if (closed || FolderState.manifestOf(folder).equals(manifest)) {
            seen = null;
            refused = null;
            return outcome(Kind.UNCHANGED, "");
        }
        var now = FolderState.of(folder);
        boolean settled = now.equals(seen);
        seen = now;
        boolean worthTrying = !now.equals(refused) || maybeRoomNow.getAsBoolean();
        return settled && worthTrying ? take(now) : outcome(Kind.UNCHANGED, "");
    }

    /** Gives up what is still queued; to be called when nobody waits for it any more. */
    @Override
    public synchronized void close() {
        closed = true;
        texts.close(DRAIN_LIMIT);
    }

    private ReloadOutcome take(FolderState state) {
        long begin = System.nanoTime();
        var old = model();
        try {
            swap(state);
        } catch (BundleException | IllegalArgumentException e) {
            var reason = e instanceof BundleException ? e.getMessage() : folder + ": " + e.getMessage();
            LOG.warn("the new bundle is refused and {} {} stays: {}", old.name(), old.version(), reason);
            return refuse(state, e, reason);
        } catch (RuntimeException | Error e) {
            // Memory, stack or a library gave way to this bundle; the model that serves has all it needs.
            LOG.error("the new bundle in {} is refused and {} {} stays", folder, old.name(), old.version(), e);
            return refuse(state, e, folder + ": " + CANNOT_BE_LOADED + e);
        }
        manifest = state.manifest();
        LOG.info(
                "{}: {} {} takes the place of {} {}, loaded in {} s",
                folder,
                model().name(),
                model().version(),
                old.name(),
                old.version(),
                String.format(Locale.ROOT, "%.1f", (System.nanoTime() - begin) / 1e9));
        return outcome(Kind.SWAPPED, "");
    }

    private ReloadOutcome refuse(FolderState state, Throwable cause, String reason) {
        refused = state;
        if (cause instanceof NoMemoryLeftException lack) {
            maybeRoomNow = () -> memory.hasRoomFor(lack.bytes());
        } else if (cause instanceof HeapFullException full) {
            maybeRoomNow = full::hasRoomNow;
        } else {
            maybeRoomNow = () -> false;
        }
        return outcome(Kind.REFUSED, reason);
    }

    private void swap(FolderState state) {
        var bundle = ModelBundle.open(folder);
        long needed = memory.reserve(bundle);
        OnnxTranslator translator = null;
        try {
            translator = load(bundle);
            if (!FolderState.of(folder).equals(state)) {
                throw new BundleException(folder, "it was written to while it was loaded; wait until it is copied");
            }
            long freed = bytes;
            texts.swap(translator, options(bundle)).thenRun(() -> memory.release(freed));
            bytes = needed;
        } catch (RuntimeException | Error e) {
            memory.release(needed);
            if (translator != null) {
                translator.close();
            }
            throw e;
        }
    }

    private ReloadOutcome outcome(Kind kind, String reason) {
        return new ReloadOutcome(folder, kind, model(), reason);
    }

    /** @throws IllegalArgumentException if the model cannot be searched as configured */
    private OnnxTranslator load(ModelBundle bundle) {
        return loader.load(bundle, config.device(), config.search(bundle.defaultSearch()));
    }

    private EngineOptions options(ModelBundle bundle) {
        return config.options(bundle.defaultSearch());
    }
}
