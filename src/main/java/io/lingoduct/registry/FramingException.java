package io.lingoduct.registry;

/** A value begins with no header that names its schema. The reason never quotes more than the first two bytes. */
public final class FramingException extends Exception {

    public FramingException(String reason) {
        super(reason);
    }
}
