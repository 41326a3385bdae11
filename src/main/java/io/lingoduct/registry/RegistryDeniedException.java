package io.lingoduct.registry;

/**
 * The registry knows this client, or what it may do, as little as to refuse it (status 401 or 403): a fault of the credentials
 * or of the rights at the registry, never of a message, and one that no wait heals. For whoever runs the service to mend;
 * messages wait meanwhile.
 */
public final class RegistryDeniedException extends RuntimeException {

    public RegistryDeniedException(String reason) {
        super(reason);
    }
}
