package io.lingoduct.bench.chaos.process;

import io.lingoduct.bench.service.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/** One instance of the service, which may be ended and started again many times. */
public final class ServiceInstance {

    private static final Pattern READY = Pattern.compile("(?m)^Ready in");

    private final int number;
    private final ServiceAdmin admin;
    private final RestartableProcess process;
    /** Time of its next start, by {@link System#nanoTime()}; null if nobody wants one. */
    private Long due;

    /**
     * @param number from 1
     * @param main its {@code main} serves with the arguments {@code --config FILE}, and ends when standard input does
     * @param configuration text of the file, by the port of the admin server
     */
    public ServiceInstance(int number, WorkFolder work, Class<?> main, IntFunction<String> configuration)
            throws IOException {
        this.number = number;
        int adminPort = FreePorts.find();
        this.admin = new ServiceAdmin(adminPort);
        var name = "instance-" + number;
        var config = Files.writeString(work.file(name + ".yaml"), configuration.apply(adminPort));
        this.process = new RestartableProcess(name, work, main, "--config", config.toString());
    }

    public void start() {
        process.start();
        due = null;
    }

    public boolean isReady() {
        return process.isAlive() && process.hasSaid(READY);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it has ended although nobody wanted it to. */
    public boolean hasEndedByItself() {
        return process.hasEndedByItself();
    }

    /** Has it started by {@link #startIfDue} once this time is over. */
    public void restartAfter(Duration pause) {
        process.giveUp();
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

    /** SIGKILL. */
    public void kill() {
        process.kill();
    }

    /** SIGTERM. */
    public void terminate() {
        process.terminate();
    }

    /** SIGSTOP: it stands still until {@link #resume}. */
    public void suspend() {
        process.suspend();
    }

    /** SIGCONT. */
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
