package io.lingoduct.streams.message;

import java.util.function.ToLongFunction;

/**
 * An output message whose texts are translated. Encoding it may ask a schema registry and wait for it, which is for the
 * stream's thread to do: one of the engine's would keep all messages waiting.
 */
@FunctionalInterface
public interface ReadyMessage {

    /**
     * @param mostBytes how many bytes a value may take, by target language
     * @throws io.lingoduct.serde.OutputTooLargeException if it would take more
     * @throws io.lingoduct.registry.RegistryUnavailableException if the registry did not answer
     * @throws io.lingoduct.registry.SchemaRefusedException if the registry does not take the message's schema
     */
    TranslatedMessage encode(ToLongFunction<String> mostBytes);
}
