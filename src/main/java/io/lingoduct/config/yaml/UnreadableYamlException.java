package io.lingoduct.config.yaml;

/** A text is no YAML that a configuration may hold. The message says why and where, and quotes no value. */
public final class UnreadableYamlException extends Exception {

    UnreadableYamlException(String reason) {
        super(reason);
    }

    /**
     * @param line counted from 1
     * @param column counted from 1
     */
    UnreadableYamlException(String reason, int line, int column) {
        super(reason + " (line " + line + ", column " + column + ")");
    }
}
