package io.lingoduct.training.bundle;

import ai.onnxruntime.OrtException;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.runtime.OnnxTranslator;
import io.lingoduct.training.loop.ProgressDisplay;
import io.lingoduct.training.network.SearchLimits;
import io.lingoduct.training.network.Seq2Seq;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bytedeco.pytorch.global.torch;

/** Exports the weights of a bundle anew, and sees to it that the new graphs say what the old ones said. */
public record BundleRenewal(TrainedBundle source, ProgressDisplay display) {

    private static final int SOURCES = 200;
    private static final int LONGEST = 20;

    /**
     * @param place of the new bundle, which may be that of the old one
     * @throws io.lingoduct.model.bundle.BundleException if nothing can be read back from the old one
     * @throws IllegalStateException if the new graph says something else; no bundle is put in place then
     */
    public void write(Path place) throws IOException {
        var bundle = source.bundle();
        var writer = new BundleWriter(place);
        var limits = source.limits();
        torch.set_num_threads(1);
        var network = new Seq2Seq(source.network());
        display.say("Reading %,d weights of %s".formatted(network.parameterCount(), bundle.folder()));
        source.copyInto(network);
        network.eval();
        var files = Stream.concat(source.vocabularies().stream(), bundle.shortlistFile().stream())
                .toList();
        var manifest = bundle.manifest();
        var unfinished = writer.write(network, limits, files, manifest::withFiles);
        requireSame(bundle.gpuGraphFile(), unfinished.resolve(BundleWriter.GPU_GRAPH), limits);
        OnnxTranslator.load(unfinished).close();
        writer.finish(manifest::withFiles);
        display.say("Bundle written: " + place);
    }

    /** On words in no order, which make networks say long and strange things. */
    private void requireSame(Path before, Path after, SearchLimits limits) {
        var sources = sources();
        try {
            var expected = ParityCheck.translate(before, limits, sources, SearchOptions.GREEDY);
            var actual = ParityCheck.translate(after, limits, sources, SearchOptions.GREEDY);
            var result = ParityCheck.compare(actual, expected);
            display.say("New graph against the old one, on made-up sources: " + result);
            if (!result.isTolerable()) {
                throw new IllegalStateException(
                        "the new graph does not say what the old one says: " + result + "; no bundle was written");
            }
        } catch (OrtException e) {
            throw new IllegalStateException("a graph cannot be run: " + e.getMessage(), e);
        }
    }

    private List<long[]> sources() {
        var vocabulary = source.bundle().manifest().vocabulary();
        var random = new Random(1);
        return Stream.generate(() -> LongStream.concat(
                                random.longs(1 + random.nextInt(LONGEST), vocabulary.unkId() + 1, vocabulary.size()),
                                LongStream.of(vocabulary.eosId()))
                        .toArray())
                .limit(SOURCES)
                .toList();
    }
}
