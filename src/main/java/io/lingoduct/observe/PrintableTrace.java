package io.lingoduct.observe;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;

/** A word for patterns of Logback: the stack trace of an event, with no line breaks but its own. */
public final class PrintableTrace extends ThrowableProxyConverter {

    @Override
    protected String throwableProxyToString(IThrowableProxy fault) {
        return super.throwableProxyToString(new PrintableThrowable(fault));
    }
}
