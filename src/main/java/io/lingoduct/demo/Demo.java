package io.lingoduct.demo;

import io.lingoduct.demo.DemoClient.DeadLetterException;
import io.lingoduct.demo.EmbeddedBroker.PortTakenException;
import io.lingoduct.engine.EngineOptions;
import io.lingoduct.engine.SegmentingTextTranslator;
import io.lingoduct.engine.TranslationEngine;
import io.lingoduct.model.Device;
import io.lingoduct.model.ModelInfo;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.bundle.BundleException;
import io.lingoduct.model.bundle.ModelBundle;
import io.lingoduct.model.runtime.OnnxTranslator;
import io.lingoduct.service.EngineSection;
import io.lingoduct.service.Format;
import io.lingoduct.service.Guarantee;
import io.lingoduct.service.RouteConfig;
import io.lingoduct.service.ServeConfig;
import io.lingoduct.streams.TranslationStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.KafkaException;

/**
 * Everything at once in this process: a broker, its topics, a model, the stream between them and a client. The client
 * reaches the model only through the topics.
 */
public final class Demo implements AutoCloseable {

    private static final String APPLICATION_ID = "lingoduct-demo";
    private static final int PARTITIONS = 2;
    private static final String COMMIT_INTERVAL_MS = "100";
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(1);

    private final ClosingStack started = new ClosingStack();
    private ModelInfo model;
    private DemoTopics topics;
    private String bootstrapServers;
    private DemoClient client;

    /**
     * Starts broker, stream and client; whatever happens, {@link #close} clears up.
     *
     * @param bundleFolder the model bundle
     * @param port the broker's port; 0 takes a free one
     * @param beamSize hypotheses kept by the search; 0 is what the bundle says
     * @throws BundleException if the bundle is refused
     * @throws IllegalArgumentException if the model does not take the beam size
     * @throws PortTakenException if the port cannot be used
     * @throws KafkaException if the broker does not start
     * @throws CancellationException if {@link #close} is called meanwhile
     */
    public void start(Path bundleFolder, int port, int beamSize) {
        try {
            startAll(bundleFolder, port, beamSize);
        } catch (RuntimeException | Error e) {
            if (started.isClosed()) {
                throw new CancellationException("closed while starting");
            }
            throw e;
        }
    }

    private void startAll(Path bundleFolder, int port, int beamSize) {
        var bundle = ModelBundle.open(bundleFolder);
        model = bundle.info();
        topics = DemoTopics.of(model);
        var options = EngineOptions.defaults().withFront(true).withSearch(search(bundle, beamSize));

        // Broker and model take about as long, and neither needs the other.
        var data = started.add(TemporaryFolder.create(), TemporaryFolder::close);
        var broker = started.addAsync(() -> startBroker(port, data.path()), EmbeddedBroker::close);
        var translator = started.add(OnnxTranslator.load(bundle, Device.CPU, options.search()), OnnxTranslator::close);
        var engine = started.add(new TranslationEngine(translator, options), e -> e.close(DRAIN_LIMIT));
        bootstrapServers = join(broker).bootstrapServers();

        var connecting = started.addAsync(() -> DemoClient.connect(bootstrapServers, topics), DemoClient::close);
        var texts = new SegmentingTextTranslator(engine);
        var stream = started.add(
                TranslationStream.start(config(bundleFolder), route -> texts, false), TranslationStream::close);
        client = join(connecting);
        failClientWith(stream);
    }

    /** The model that translates. */
    public ModelInfo model() {
        return model;
    }

    /**
     * Sends one text through the topics. The future fails with {@link DeadLetterException} if the stream cannot
     * translate it, and with {@link CancellationException} if the demo is closed before.
     */
    CompletableFuture<String> translate(String text) {
        return client.translate(text);
    }

    DemoTopics topics() {
        return topics;
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    /** Stops everything and removes the broker's data; may be called at any time and from any thread. */
    @Override
    public void close() {
        started.close();
    }

    private EmbeddedBroker startBroker(int port, Path data) {
        var broker = EmbeddedBroker.start(port, data);
        try {
            broker.createTopics(PARTITIONS, topics.source(), topics.target(), topics.deadLetters());
        } catch (RuntimeException | Error e) {
            broker.close();
            throw e;
        }
        return broker;
    }

    private static SearchOptions search(ModelBundle bundle, int beamSize) {
        if (beamSize == 0) {
            return bundle.defaultSearch().withScores(false);
        }
        int largest = bundle.info().maxBeamSize();
        if (beamSize > largest) {
            throw new IllegalArgumentException("this model takes a beam size of at most " + largest);
        }
        return new SearchOptions(beamSize, bundle.defaultSearch().lengthPenalty()).withScores(false);
    }

    private ServeConfig config(Path bundleFolder) {
        var route = new RouteConfig(List.of(topics.source()), topics.target(), bundleFolder, Format.TEXT);
        return new ServeConfig(
                APPLICATION_ID,
                Map.of("bootstrap.servers", bootstrapServers, "commit.interval.ms", COMMIT_INTERVAL_MS),
                Guarantee.EXACTLY_ONCE,
                EngineSection.DEFAULTS,
                List.of(route),
                topics.deadLetters());
    }

    /** A stream that dies must not leave anybody waiting. */
    private void failClientWith(TranslationStream stream) {
        var watcher = new Thread(
                () -> {
                    try {
                        stream.awaitEnd()
                                .ifPresent(cause -> client.fail(
                                        new IllegalStateException("the stream has failed: " + cause, cause)));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "demo-watcher");
        watcher.setDaemon(true);
        watcher.start();
    }

    private static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
