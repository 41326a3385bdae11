package io.lingoduct.observe;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Arrays;

/** A throwable whose messages, and those of its causes, stand on one line each. */
record PrintableThrowable(IThrowableProxy fault) implements IThrowableProxy {

    @Override
    public String getMessage() {
        return fault.getMessage() == null ? null : Printable.line(fault.getMessage());
    }

    @Override
    public String getClassName() {
        return fault.getClassName();
    }

    @Override
    public StackTraceElementProxy[] getStackTraceElementProxyArray() {
        return fault.getStackTraceElementProxyArray();
    }

    @Override
    public int getCommonFrames() {
        return fault.getCommonFrames();
    }

    @Override
    public IThrowableProxy getCause() {
        return fault.getCause() == null ? null : new PrintableThrowable(fault.getCause());
    }

    @Override
    public IThrowableProxy[] getSuppressed() {
        return fault.getSuppressed() == null
                ? null
                : Arrays.stream(fault.getSuppressed())
                        .map(PrintableThrowable::new)
                        .toArray(IThrowableProxy[]::new);
    }

    @Override
    public boolean isCyclic() {
        return fault.isCyclic();
    }
}
