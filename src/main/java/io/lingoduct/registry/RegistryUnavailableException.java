package io.lingoduct.registry;

/**
 * The registry did not answer, or not as a registry that lets this client in: a fault of the service and its settings, never
 * of a message. Whoever catches it may try again later.
 */
public final class RegistryUnavailableException extends RuntimeException {

    public RegistryUnavailableException(String reason) {
        super(reason);
    }

    public RegistryUnavailableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
