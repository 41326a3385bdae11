package io.lingoduct.bench.chaos.process;

import io.lingoduct.bench.service.WorkFolder;
import io.lingoduct.demo.BrokerProcess;
import java.io.IOException;
import java.util.regex.Pattern;

/** A broker in a process of its own, which may go away and come back with its data at the same address. */
public final class BrokerHandle {

    private static final Pattern ADDRESS = Pattern.compile("(?m)^127\\.0\\.0\\.1:\\d+$");

    private final int port = FreePorts.find();
    private final RestartableProcess process;

    /** @throws IOException if no port is free */
    public BrokerHandle(WorkFolder work) throws IOException {
        process = new RestartableProcess(
                "broker",
                work,
                BrokerProcess.class,
                Integer.toString(port),
                work.file("broker").toString());
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    public void start() {
        process.start();
    }

    public boolean isReady() {
        return process.hasSaid(ADDRESS);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Tells it to end in good order. */
    public void stop() {
        process.endInput();
    }

    /** SIGKILL. */
    public void kill() {
        process.kill();
    }

    /** @throws IllegalStateException if it has ended by itself */
    public void requireAlive() {
        if (process.hasEndedByItself()) {
            throw new IllegalStateException("the broker has ended with exit code " + process.exitCode());
        }
    }
}
