package io.lingoduct.observe;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** A word for patterns of Logback: the message of an event, on one line whatever it holds. */
public final class PrintableMessage extends ClassicConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return Printable.line(String.valueOf(event.getFormattedMessage()));
    }
}
