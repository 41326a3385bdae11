package io.lingoduct.registry;

/** Stands where a secret must not. */
final class Masked {

    private Masked() {}

    /** The same for every secret, so that not even its length shows; {@code null} for one that is not set. */
    static String secret(String value) {
        return value == null ? "null" : "********";
    }
}
