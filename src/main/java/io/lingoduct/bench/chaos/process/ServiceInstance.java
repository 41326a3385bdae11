package io.lingoduct.bench.chaos.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/** One instance of the service, which may be ended and started again many times. */
public final class ServiceInstance {

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
     * @param main its {@code main} serves with the arguments {@code --config FILE}, and ends when standard input does
     * @param configuration text of the file, by the port of the admin server
     */
    public ServiceInstance(int number, WorkFolder work, Class<?> main, IntFunction<String> configuration)
            throws IOException {
        this.number = number;
        this.work = work;
        this.main = main;
        int adminPort = FreePorts.find();
        this.admin = new ServiceAdmin(adminPort);
        this.config = Files.writeString(work.file(name() + ".yaml"), configuration.apply(adminPort));
    }

    private String name() {
        return "instance-" + number;
    }

    public void start() {
        process =
                LoggedProcess.start(work.log(name()), work.file("tmp-" + number), main, "--config", config.toString());
        meantToRun = true;
        due = null;
    }

    public boolean isReady() {
        return process.isAlive() && process.hasSaid(READY);
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Whether it has ended although nobody wanted it to. */
    public boolean hasEndedByItself() {
        return meantToRun && !isAlive();
    }

    /** Has it started by {@link #startIfDue} once this time is over. */
    public void restartAfter(Duration pause) {
        meantToRun = false;
        due = System.nanoTime() + pause.toNanos();
    }

    public void startIfDue() {
        if (due != null && System.nanoTime() - due >= 0) {
            start();
        }
    }

    public int exitCode() {
        return process.exitCode();
    }

    public void kill() {
        meantToRun = false;
        if (process != null) {
            process.kill();
        }
    }

    public void terminate() {
        meantToRun = false;
        process.terminate();
    }

    public void suspend() {
        process.suspend();
    }

    public void resume() {
        process.resume();
    }

    public ServiceAdmin admin() {
        return admin;
    }

    @Override
    public String toString() {
        return "instance " + number;
    }
}
