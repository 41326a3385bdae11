package io.lingoduct.config;

/**
 * One thing that is wrong with a configuration.
 *
 * @param key full path of the key, such as {@code routes[1].from}; empty where the whole file is at fault
 * @param value what stands there, masked where the key names a secret; empty where nothing does
 * @param reason what is expected instead
 */
public record ConfigFault(String key, String value, String reason) {

    /** The fault as one line. */
    @Override
    public String toString() {
        var subject = key.isEmpty() ? "" : value.isEmpty() ? key + ": " : key + " = " + value + ": ";
        return subject + reason;
    }
}
