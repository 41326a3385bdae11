package io.lingoduct.registry;

/** Text in place of a secret. */
final class Masked {

    private Masked() {}

    /** The same for every secret, so that not even its length shows; {@code null} for one that is not set. */
    static String secret(String value) {
        return value == null ? "null" : "********";
    }
}
