package io.lingoduct.observe;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.spi.AppenderAttachable;
import ch.qos.logback.core.spi.AppenderAttachableImpl;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * An appender of Logback that passes on what it gets, but for warnings that repeat themselves: one line, then once a minute how
 * often it was. Errors, and whatever is less than a warning, pass untouched.
 */
public final class RepeatedWarnings extends UnsynchronizedAppenderBase<ILoggingEvent>
        implements AppenderAttachable<ILoggingEvent> {

    private static final long LOOK_SECONDS = 1;

    private final AppenderAttachableImpl<ILoggingEvent> outputs = new AppenderAttachableImpl<>();
    private final WarningCounts counts = new WarningCounts();
    private final Clock clock;
    private ScheduledFuture<?> looking;

    /** For Logback. */
    public RepeatedWarnings() {
        this(Clock.systemUTC());
    }

    RepeatedWarnings(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void start() {
        looking = getContext()
                .getScheduledExecutorService()
                .scheduleWithFixedDelay(this::tellWhatIsDue, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        super.start();
    }

    /** Tells what it has held back. */
    @Override
    public void stop() {
        if (isStarted()) {
            looking.cancel(false);
            super.stop();
            tell(counts.rest(clock.instant()));
            detachAndStopAllAppenders();
        }
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel() != Level.WARN
                || counts.isFirst(
                        WarningCause.of(event), event.getLoggerName(), event.getFormattedMessage(), clock.instant())) {
            outputs.appendLoopOnAppenders(event);
        }
    }

    void tellWhatIsDue() {
        tell(counts.due(clock.instant()));
    }

    private void tell(List<WarningCounts.Repeated> repeated) {
        for (var warning : repeated) {
            var event = new LoggingEvent();
            event.setInstant(clock.instant());
            event.setLevel(Level.WARN);
            event.setLoggerName(warning.logger());
            event.setThreadName(Thread.currentThread().getName());
            event.setMessage(warning.toString());
            outputs.appendLoopOnAppenders(event);
        }
    }

    @Override
    public void addAppender(Appender<ILoggingEvent> output) {
        outputs.addAppender(output);
    }

    @Override
    public Iterator<Appender<ILoggingEvent>> iteratorForAppenders() {
        return outputs.iteratorForAppenders();
    }

    @Override
    public Appender<ILoggingEvent> getAppender(String name) {
        return outputs.getAppender(name);
    }

    @Override
    public boolean isAttached(Appender<ILoggingEvent> output) {
        return outputs.isAttached(output);
    }

    @Override
    public void detachAndStopAllAppenders() {
        outputs.detachAndStopAllAppenders();
    }

    @Override
    public boolean detachAppender(Appender<ILoggingEvent> output) {
        return outputs.detachAppender(output);
    }

    @Override
    public boolean detachAppender(String name) {
        return outputs.detachAppender(name);
    }
}
