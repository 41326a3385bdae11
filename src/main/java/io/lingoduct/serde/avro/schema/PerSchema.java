package io.lingoduct.serde.avro.schema;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.lingoduct.observe.Printable;
import io.lingoduct.registry.SchemaRoom;
import io.lingoduct.serde.MalformedMessageException;
import org.apache.avro.Schema;

/**
 * A cache of derivations from the schemas of messages, such as plans and readers, bounded by the size of the schemas. Schemas come from whoever writes messages:
 * each is held against the limits of {@link WalkBudget} before anything is derived, and one that is beyond them, or that
 * cannot be used for another reason, makes its messages malformed. That, too, is found out once.
 */
public final class PerSchema<T> {

    /** Characters of all schemas that are kept, derivations included. */
    private static final long ROOM = SchemaRoom.characters(16);

    private static final int LEAST_WEIGHT = 1000;

    /** Weight of a derivation from one of a schema's nodes, in characters of its text. */
    private static final int CHARACTERS_PER_NODE = 10;

    /** A derivation from a schema that is within the limits. */
    @FunctionalInterface
    public interface Derivation<T> {
        T derive(Schema schema, SchemaShape shape);
    }

    /** @param fault why nothing could be derived; else null */
    private record Derived<T>(T value, String fault, int weight) {}

    private final Derivation<T> derivation;
    private final LoadingCache<Schema, Derived<T>> cache;

    public PerSchema(Derivation<T> derivation) {
        this.derivation = derivation;
        // Schemas are the same only if they are one object, as weak keys are compared: comparing them otherwise may
        // take longer than the rest of a message. The bound is what frees them: what is derived often refers to its
        // schema.
        this.cache = Caffeine.newBuilder()
                .weakKeys()
                .maximumWeight(ROOM)
                .weigher((Schema schema, Derived<T> derived) -> derived.weight)
                .executor(Runnable::run)
                .build(this::derive);
    }

    /** @throws MalformedMessageException if messages with this schema cannot be read */
    public T get(Schema schema) {
        var derived = cache.get(schema);
        if (derived.fault != null) {
            throw new MalformedMessageException(derived.fault);
        }
        return derived.value;
    }

    private Derived<T> derive(Schema schema) {
        try {
            var shape = SchemaShape.of(schema);
            long weight = schema.toString().length() + CHARACTERS_PER_NODE * shape.nodes();
            return new Derived<>(derivation.derive(schema, shape), null, (int) Math.max(LEAST_WEIGHT, weight));
        } catch (MalformedMessageException e) {
            return new Derived<>(null, e.getMessage(), LEAST_WEIGHT);
        } catch (RuntimeException | StackOverflowError e) {
            // Avro's classes throw anything for schemas that its parser took; their messages may be of any length.
            return new Derived<>(
                    null,
                    "the schema " + Printable.name(schema.getFullName()) + " cannot be used: "
                            + e.getClass().getSimpleName(),
                    LEAST_WEIGHT);
        }
    }
}
