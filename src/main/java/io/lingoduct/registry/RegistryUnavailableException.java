package io.lingoduct.registry;

/**
 * The registry did not answer, not as a registry does, or takes nothing for a while: a fault of the service and its settings,
 * never of a message. Whoever catches it may try again later.
 */
public final class RegistryUnavailableException extends RuntimeException {

    public RegistryUnavailableException(String reason) {
        super(reason);
    }

    public RegistryUnavailableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
