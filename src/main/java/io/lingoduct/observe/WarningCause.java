package io.lingoduct.observe;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.regex.Pattern;

/**
 * Identity of the cause that a warning tells of: logger, words and exceptions, without what counts up or names one
 * of several clients. Kafka's clients hand their text over complete, so that numbers have to be found in it: those
 * that stand alone. A number that is part of a name (a topic, a host, a port, a node) stays, and the number of a partition
 * does not.
 */
final class WarningCause {

    // What comes later in a text does not tell causes apart.
    private static final int CONSIDERED_CHARS = 1_000;
    private static final int CONSIDERED_CAUSES = 8;

    private static final Pattern CHANGING = Pattern.compile(
            // One of several clients or threads that do the same.
            "(?<=\\b(?:clientId|transactionalId|instanceId|memberId)=)[^,\\]\\s]++"
                    + "|(?<=StreamThread-)\\d++"
                    + "|\\b\\p{XDigit}{8}-(?:\\p{XDigit}{4}-){3}\\p{XDigit}{12}\\b"
                    // A number that is no part of a name.
                    + "|(?<![\\w.:/-])(?<!\\b[nN]ode )-?\\d++(?:\\.\\d++)?(?![\\w/-]|[.:]\\w)");
    private static final Pattern PARTITION = Pattern.compile("(\\b[pP]artitions? [^\\s,;]*?)-\\d++(?![\\w-])");

    private WarningCause() {}

    static String of(ILoggingEvent event) {
        var cause = new StringBuilder(event.getLoggerName()).append('\n').append(of(event.getFormattedMessage()));
        var fault = event.getThrowableProxy();
        for (int depth = 0; fault != null && depth < CONSIDERED_CAUSES; depth++) {
            cause.append('\n').append(fault.getClassName()).append(' ').append(of(fault.getMessage()));
            fault = fault.getCause();
        }
        return cause.toString();
    }

    static String of(String text) {
        if (text == null) {
            return "";
        }
        var start = text.length() > CONSIDERED_CHARS ? text.substring(0, CONSIDERED_CHARS) : text;
        return CHANGING.matcher(PARTITION.matcher(start).replaceAll("$1-#")).replaceAll("#");
    }
}
