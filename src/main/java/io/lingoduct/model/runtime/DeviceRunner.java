package io.lingoduct.model.runtime;

import io.lingoduct.model.Cancellation;
import io.lingoduct.model.Device;
import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.Translation;
import io.lingoduct.model.TranslationException;
import io.lingoduct.model.bundle.BundleException;
import io.lingoduct.model.bundle.ModelBundle;
import io.lingoduct.model.bundle.Shortlist;
import io.lingoduct.model.graph.OnnxGraph;
import io.lingoduct.model.graph.SearchKind;
import io.lingoduct.model.tokenizer.BundleTokenizers;
import java.util.List;
import java.util.Optional;

/** A bundle's graph where it was loaded, and on the CPU what a GPU has no memory for. */
final class DeviceRunner implements AutoCloseable {

    private final ModelBundle bundle;
    private final BundleTokenizers tokenizers;
    private final LoadedGraph loaded;
    private final GraphRunner runner;
    private GraphRunner cpuRunner;

    DeviceRunner(ModelBundle bundle, BundleTokenizers tokenizers, LoadedGraph loaded) {
        this.bundle = bundle;
        this.tokenizers = tokenizers;
        this.loaded = loaded;
        this.runner = runner(loaded.graph());
    }

    /** What kind of search will be asked for. */
    static SearchKind kind(ModelBundle bundle, SearchOptions search) {
        return SearchKind.of(
                search, search.shortlist() && bundle.shortlistFile().isPresent());
    }

    Device device() {
        return loaded.device();
    }

    OnnxGraph graph() {
        return loaded.graph();
    }

    /** Where it was loaded, for what need not fall back. */
    GraphRunner runner() {
        return runner;
    }

    /** As {@link GraphRunner#translate}; a batch that a GPU lacks memory for is halved, and a row goes to the CPU. */
    List<Translation> translate(List<EncodedSegment> batch, SearchOptions search, Cancellation cancellation) {
        return loaded.device().equals(Device.CPU)
                ? runner.translate(batch, search, cancellation)
                : GpuMemory.run(batch, part -> runner.translate(part, search, cancellation), part -> cpuRunner(search)
                        .translate(part, search, cancellation));
    }

    /** Loaded when a GPU lacks memory for the first time; stays for the next. */
    private synchronized GraphRunner cpuRunner(SearchOptions search) {
        if (cpuRunner == null) {
            requireSameBundle();
            cpuRunner = runner(
                    LoadedGraph.of(bundle, Device.CPU, kind(bundle, search)).graph());
        }
        return cpuRunner;
    }

    /** A bundle that was put into the folder since would translate with another vocabulary. */
    private void requireSameBundle() {
        try {
            bundle.requireUnchanged();
        } catch (BundleException e) {
            throw new TranslationException(
                    "the GPU lacks memory for a sentence, and the bundle that the CPU would translate it with is no longer there: "
                            + e.getMessage(),
                    e);
        }
    }

    private GraphRunner runner(OnnxGraph graph) {
        var shortlist = graph.acceptsCandidates() ? bundle.shortlist() : Optional.<Shortlist>empty();
        return new GraphRunner(bundle.manifest(), tokenizers.target(), graph, shortlist);
    }

    /** Must not be called while a translation is going on. */
    @Override
    public synchronized void close() {
        loaded.graph().close();
        if (cpuRunner != null) {
            cpuRunner.graph().close();
        }
    }
}
