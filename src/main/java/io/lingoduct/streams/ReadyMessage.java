package io.lingoduct.streams;

/**
 * An output message whose texts are translated. Encoding it may ask a schema registry and wait for it, which is for the
 * stream's thread to do: one of the engine's would keep all messages waiting.
 */
@FunctionalInterface
interface ReadyMessage {

    /**
     * @throws io.lingoduct.registry.RegistryUnavailableException if the registry did not answer
     * @throws io.lingoduct.registry.SchemaRefusedException if the registry does not take the message's schema
     */
    TranslatedMessage encode();
}
