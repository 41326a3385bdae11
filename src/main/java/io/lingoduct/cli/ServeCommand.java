package io.lingoduct.cli;

import io.lingoduct.admin.ServeOperations;
import io.lingoduct.config.ConfigException;
import io.lingoduct.config.Key;
import io.lingoduct.engine.TextTranslator;
import io.lingoduct.observe.Printable;
import io.lingoduct.service.RouteConfig;
import io.lingoduct.service.ServeConfig;
import io.lingoduct.serving.BundleFolders;
import io.lingoduct.serving.LoadedModels;
import io.lingoduct.serving.RouteDescription;
import io.lingoduct.serving.TrafficLog;
import io.lingoduct.streams.TranslationStream;
import io.lingoduct.streams.fault.StreamStartException;
import io.lingoduct.streams.message.LanguagePairs;
import io.lingoduct.streams.message.RouteCheck;
import io.lingoduct.streams.status.RouteFailure;
import io.lingoduct.streams.status.RouteState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lingoduct serve}: translates topics until it is told to stop. */
@Command(
        name = "serve",
        description = {
            "Translate Kafka topics until the process is stopped (Ctrl-C or SIGTERM).",
            "Either --config names a file, or the options describe one route."
        },
        mixinStandardHelpOptions = true,
        modelTransformer = KeyOptions.Adder.class,
        versionProvider = Version.class)
final class ServeCommand implements Callable<Integer>, KeyOptions.Owner {

    @Spec
    private CommandSpec spec;

    @Option(names = "--config", paramLabel = "FILE", description = "Configuration in YAML.")
    private Path file;

    @Option(names = "--config-help", description = "List the keys of the configuration and exit.")
    private boolean help;

    @Option(
            names = "--create-topics",
            description =
                    "Create output and dead-letter topics that do not exist, with as many partitions as the input.")
    private boolean createTopics;

    private final ServeOptions options = new ServeOptions();

    @Override
    public void addOptions(CommandSpec command) {
        options.addTo(command);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (help) {
            spec.commandLine().getOut().print(ServeConfig.reference());
            spec.commandLine().getOut().flush();
            return ExitCode.OK;
        }
        var config = configuration();
        // Found here and not one by one when the routes are built, after the models have been loaded.
        var faults = RouteCheck.formats(config);
        if (!faults.isEmpty()) {
            throw new ConfigException(file == null ? "command line" : file.toString(), faults);
        }
        try (var models = new LoadedModels(config.engine())) {
            return load(config, models);
        } catch (StreamStartException e) {
            say(spec.qualifiedName() + ": " + e.getMessage());
            return ExitCode.USAGE;
        }
    }

    private ServeConfig configuration() {
        var given = String.join(", ", options.given());
        if (file == null && given.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "expected --config with a file, or " + ServeOptions.needed() + " for one route");
        } else if (file == null) {
            return options.toConfig(spec.commandLine());
        } else if (given.isEmpty()) {
            return ServeConfig.read(file);
        }
        throw new ParameterException(
                spec.commandLine(),
                "--config and " + given
                        + " exclude each other: either the file says what to translate, or the options do");
    }

    private int load(ServeConfig config, LoadedModels models) throws InterruptedException {
        long begin = System.nanoTime();
        var pairs = LanguagePairs.of(load(BundleFolders.in(config.models()), models));
        load(
                config.routes().stream()
                        .map(RouteConfig::model)
                        .filter(Objects::nonNull)
                        .toList(),
                models);
        try (var operations = new ServeOperations(config.operations(), packagedVersion(), models.all())) {
            return serve(config, models, pairs, operations, begin);
        }
    }

    private static String packagedVersion() {
        try {
            return Version.packagedVersion();
        } catch (IOException e) {
            throw new UncheckedIOException("the version of this installation cannot be read", e);
        }
    }

    private int serve(
            ServeConfig config, LoadedModels models, LanguagePairs pairs, ServeOperations operations, long begin)
            throws InterruptedException {
        var stream = TranslationStream.start(config, models::translator, pairs, createTopics);
        operations.serving(new ServeOperations.Routes(stream::routes, stream::pause, stream::resume));
        var traffic = new TrafficLog(stream::figures);
        var stopped = new AtomicBoolean();
        Runnable stop = () -> {
            if (stopped.compareAndSet(false, true)) {
                operations.stopping();
                stream.close();
                traffic.close();
                summarize(stream);
            }
        };
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "lingoduct-stop"));
        say(String.format(Locale.ROOT, "Ready in %.1f s:", seconds(begin)));
        config.routes().forEach(route -> say("  " + RouteDescription.of(route, models::translator)));
        stream.routes().stream()
                .filter(route -> route.state() == RouteState.HELD)
                .forEach(route -> say("  not yet: " + route.name() + " is held: "
                        + route.lastFailure().map(RouteFailure::reason).orElse("it is about to start")));
        say("  " + Key.written(config.guarantee()) + " as " + config.applicationId() + " at "
                + config.bootstrapServers() + ", dead letters to " + config.deadLetters());
        operations.adminUrl().ifPresent(url -> say("  admin server at " + url));
        var failure = stream.awaitEnd();
        failure.ifPresent(cause -> operations.ended());
        failure.ifPresent(cause -> say(spec.qualifiedName() + ": the service has ended: " + cause.getMessage()));
        stop.run();
        return failure.isPresent() ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private List<TextTranslator> load(List<Path> bundles, LoadedModels models) {
        var distinct = bundles.stream().distinct().toList();
        distinct.forEach(bundle -> say("Loading " + bundle));
        return distinct.stream().map(models::translator).toList();
    }

    private void summarize(TranslationStream stream) {
        var figures = stream.figures();
        say("Stopped: " + figures.translated() + " translated, " + figures.passedThrough() + " passed through, "
                + figures.deadLettered() + " dead letters");
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    private void say(String line) {
        var err = spec.commandLine().getErr();
        err.println(Printable.line(line));
        err.flush();
    }
}
