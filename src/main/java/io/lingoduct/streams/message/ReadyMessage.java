package io.lingoduct.streams.message;

import io.lingoduct.serde.ModelStamp;
import io.lingoduct.streams.quality.Judgement;
import io.lingoduct.streams.quality.Review;
import java.util.function.ToLongFunction;

/**
 * An output message whose texts are translated. Encoding it may ask a schema registry and wait for it, which is for the
 * stream's thread to do: one of the engine's would keep all messages waiting.
 */
@FunctionalInterface
public interface ReadyMessage {

    /**
     * @param mostBytes largest size of a value in bytes, by target language
     * @throws io.lingoduct.serde.OutputTooLargeException if it would take more
     * @throws io.lingoduct.registry.RegistryUnavailableException if the registry did not answer
     * @throws io.lingoduct.registry.SchemaRefusedException if the registry does not take the message's schema
     */
    Encoded encode(ToLongFunction<String> mostBytes);

    /**
     * An output message in the making.
     *
     * @param value the bytes to write; null where the message is not written but reviewed only
     * @param stamp the languages and the model; the model's name is empty where the texts stayed as they were
     * @param judgement what the route makes of its quality
     * @param review what somebody is to look at; null for nothing
     */
    record Encoded(byte[] value, ModelStamp stamp, Judgement judgement, Review review) {

        /** A message of whose quality nothing is known. */
        public Encoded(byte[] value, ModelStamp stamp) {
            this(value, stamp, Judgement.UNKNOWN, null);
        }

        public boolean isPassedThrough() {
            return stamp.name().isEmpty();
        }
    }
}
