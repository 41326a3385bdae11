package io.lingoduct.bench.pipeline;

import io.lingoduct.bench.Watch;
import io.lingoduct.bench.service.LoggedProcess;
import io.lingoduct.bench.service.WorkFolder;
import io.lingoduct.demo.BrokerProcess;
import io.lingoduct.demo.NewTopics;
import java.util.List;
import java.util.regex.Pattern;

/** A broker in a process of its own. */
final class Broker implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("(?m)^127\\.0\\.0\\.1:\\d+$");

    private final LoggedProcess process;
    private final String address;

    private Broker(LoggedProcess process, String address) {
        this.process = process;
        this.address = address;
    }

    static Broker start(WorkFolder work, Watch watch) {
        watch.say("Starting a broker");
        var process = LoggedProcess.start("broker", work.log("broker"), List.of(), BrokerProcess.class, List.of("0"));
        try {
            return new Broker(process, process.await(ADDRESS, watch));
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
    }

    String address() {
        return address;
    }

    void requireAlive() {
        process.requireAlive();
    }

    /** Returns when the topics can be written to. */
    void createTopics(int partitions, String... names) {
        NewTopics.create(address, partitions, names);
    }

    @Override
    public void close() {
        process.close();
    }
}
