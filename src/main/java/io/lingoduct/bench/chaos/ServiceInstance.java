package io.lingoduct.bench.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/** One instance of the service, which may be ended and started again many times. */
final class ServiceInstance {

    private static final Pattern READY = Pattern.compile("(?m)^Ready in");

    private final int number;
    private final WorkFolder work;
    private final Class<?> main;
    private final Path config;
    private final ServiceAdmin admin;
    private LoggedProcess process;
    private boolean meantToRun;
    /** When to start it again, by {@link System#nanoTime()}; null if nobody wants that. */
    private Long due;

    /**
     * @param number from 1
     * @param main as in {@link ChaosPlan#instance}
     * @param settings what it is to do
     */
    ServiceInstance(int number, WorkFolder work, Class<?> main, ChaosConfig settings) throws IOException {
        this.number = number;
        this.work = work;
        this.main = main;
        int adminPort = FreePorts.find();
        this.admin = new ServiceAdmin(adminPort);
        this.config = Files.writeString(work.file(name() + ".yaml"), settings.forAdminPort(adminPort));
    }

    private String name() {
        return "instance-" + number;
    }

    void start() {
        process =
                LoggedProcess.start(work.log(name()), work.file("tmp-" + number), main, "--config", config.toString());
        meantToRun = true;
        due = null;
    }

    boolean isReady() {
        return process.isAlive() && process.hasSaid(READY);
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Whether it has ended although nobody wanted it to. */
    boolean hasEndedByItself() {
        return meantToRun && !isAlive();
    }

    /** Has it started by {@link #startIfDue} once this time is over. */
    void restartAfter(Duration pause) {
        meantToRun = false;
        due = System.nanoTime() + pause.toNanos();
    }

    void startIfDue() {
        if (due != null && System.nanoTime() - due >= 0) {
            start();
        }
    }

    int exitCode() {
        return process.exitCode();
    }

    void kill() {
        meantToRun = false;
        if (process != null) {
            process.kill();
        }
    }

    void terminate() {
        meantToRun = false;
        process.terminate();
    }

    void suspend() {
        process.suspend();
    }

    void resume() {
        process.resume();
    }

    ServiceAdmin admin() {
        return admin;
    }

    @Override
    public String toString() {
        return "instance " + number;
    }
}
