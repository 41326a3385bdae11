package io.lingoduct.bench.chaos.process;

import io.lingoduct.demo.BrokerProcess;
import java.io.IOException;
import java.util.regex.Pattern;

/** A broker in a process of its own, which may go away and come back with its data at the same address. */
public final class BrokerHandle {

    private static final Pattern ADDRESS = Pattern.compile("(?m)^127\\.0\\.0\\.1:\\d+$");

    private final WorkFolder work;
    private final int port = FreePorts.find();
    private LoggedProcess process;
    private boolean meantToRun;

    public BrokerHandle(WorkFolder work) throws IOException {
        this.work = work;
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    public void start() {
        process = LoggedProcess.start(
                work.log("broker"),
                work.file("tmp-broker"),
                BrokerProcess.class,
                Integer.toString(port),
                work.file("broker").toString());
        meantToRun = true;
    }

    public boolean isReady() {
        return process.hasSaid(ADDRESS);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Tells it to end in good order. */
    public void stop() {
        meantToRun = false;
        process.endInput();
    }

    /** SIGKILL. */
    public void kill() {
        meantToRun = false;
        if (process != null) {
            process.kill();
        }
    }

    /** @throws IllegalStateException if it has ended by itself */
    public void requireAlive() {
        if (meantToRun && !process.isAlive()) {
            throw new IllegalStateException("the broker has ended with exit code " + process.exitCode());
        }
    }
}
