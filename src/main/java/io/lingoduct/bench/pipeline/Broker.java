package io.lingoduct.bench.pipeline;

import io.lingoduct.bench.Watch;
import io.lingoduct.demo.BrokerProcess;
import io.lingoduct.demo.NewTopics;
import java.io.IOException;
import java.util.regex.Pattern;

/** A broker in a process of its own. */
final class Broker implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("^127\\.0\\.0\\.1:\\d+$");

    private final ChildProcess process;
    private final String address;

    private Broker(ChildProcess process, String address) {
        this.process = process;
        this.address = address;
    }

    static Broker start(Watch watch) throws IOException {
        watch.say("Starting a broker");
        var process = ChildProcess.start("broker", BrokerProcess.class, "0");
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
