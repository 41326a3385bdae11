package io.lingoduct.registry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import io.lingoduct.observe.Printable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.apache.avro.Schema;

/**
 * A client of a schema registry that speaks the Confluent REST API. Answers are kept: an id never changes its schema, and a
 * schema never changes its id. After a refusal it does not ask again for {@link Refusals#KEPT}. Safe to use
 * from many threads.
 *
 * <p>A call that is not answered from the cache blocks until the registry answers, or until all attempts have failed.
 */
public final class SchemaRegistry {

    private static final int SCHEMA_NOT_FOUND = 40403;
    private static final int SUBJECT_NOT_FOUND = 40401;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_LONG = 413;
    private static final int READ_ONLY = 42205;

    /** Characters of all schemas that are kept, each counted as a thousand at least. */
    private static final long ROOM = SchemaRoom.characters(8);

    private static final int LEAST_WEIGHT = 1000;
    private static final int LONGEST_SUBJECT = 1000;
    private static final long UNKNOWN_IDS = 10_000;

    /** @param text all of the schema, documentation and aliases too, to which Avro's own comparison is blind */
    private record Registration(String subject, String text) {}

    private final RegistrySettings settings;
    private final RegistryHttp http;
    private final Refusals<Integer> unknown;
    private final Refusals<Registration> refused;
    private final OnceCache<Integer, StoredSchema.Known> schemas =
            new OnceCache<>(ROOM, (id, known) -> Math.max(LEAST_WEIGHT, known.characters()));
    private final OnceCache<Registration, Integer> ids =
            new OnceCache<>(ROOM, (wanted, id) -> Math.max(LEAST_WEIGHT, wanted.text.length()));
    // Weak keys are told apart by identity, which costs a message nothing.
    private final LoadingCache<Schema, String> texts =
            Caffeine.newBuilder().weakKeys().executor(Runnable::run).build(Schema::toString);

    /** @throws IllegalArgumentException if a store of the TLS settings cannot be opened */
    public SchemaRegistry(RegistrySettings settings) {
        // The generator of the calling thread, as its contract asks, each time anew.
        this(
                settings,
                pause -> Thread.sleep(pause.toMillis()),
                () -> ThreadLocalRandom.current().nextLong(),
                Ticker.systemTicker());
    }

    SchemaRegistry(RegistrySettings settings, Backoff.Sleeper sleeper, RandomGenerator random, Ticker ticker) {
        this.settings = settings;
        this.unknown = new Refusals<>(UnknownSchemaException::new, UNKNOWN_IDS, id -> 1, ticker);
        this.refused = new Refusals<>(
                SchemaRefusedException::new, ROOM, wanted -> Math.max(LEAST_WEIGHT, wanted.text.length()), ticker);
        this.http = new RegistryHttp(settings, new Backoff(sleeper, random));
    }

    /**
     * The schema that a message was written with. That an id is unknown is asked anew after some seconds: it may be given later.
     *
     * @param id from the header of a message
     * @throws UnknownSchemaException if the registry has no such id, or no Avro schema under it
     * @throws RegistryUnavailableException if the registry did not answer
     * @throws RegistryDeniedException if it did not let us in
     */
    public Schema schema(int id) {
        if (id < 0) {
            throw new UnknownSchemaException("schema id " + id + " is negative: no registry gives such ids");
        }
        unknown.check(id);
        return schemas.get(id, this::fetch).schema();
    }

    /**
     * The id to write before values of this topic: the schema is registered, or looked up if registering is off.
     *
     * @param topic that the values go to; gives the subject, together with the schema's full name
     * @throws SchemaRefusedException if the registry gives no id for it
     * @throws RegistryUnavailableException if the registry did not answer
     * @throws RegistryDeniedException if it did not let us in
     */
    public int valueId(String topic, Schema schema) {
        var subject = settings.naming().valueSubject(topic, schema.getFullName());
        return settings.autoRegister() ? register(subject, schema) : lookUp(subject, schema);
    }

    /**
     * Registers a schema; one that the subject has already keeps its id.
     *
     * @throws SchemaRefusedException if it is incompatible with the subject's versions, or invalid
     * @throws RegistryUnavailableException if the registry did not answer
     * @throws RegistryDeniedException if it did not let us in
     */
    public int register(String subject, Schema schema) {
        return id(subject, schema, wanted -> register(wanted, schema));
    }

    /**
     * Finds the id of a schema without registering it.
     *
     * @throws SchemaRefusedException if the subject does not have it
     * @throws RegistryUnavailableException if the registry did not answer
     * @throws RegistryDeniedException if it did not let us in
     */
    public int lookUp(String subject, Schema schema) {
        return id(subject, schema, wanted -> lookUp(wanted, schema));
    }

    private int id(String subject, Schema schema, Function<Registration, Integer> ask) {
        if (subject.length() > LONGEST_SUBJECT) {
            throw new SchemaRefusedException("the name of the subject " + Printable.name(subject) + " is longer than "
                    + LONGEST_SUBJECT + " characters");
        }
        var registration = new Registration(subject, texts.get(schema));
        refused.check(registration);
        return ids.get(registration, ask);
    }

    private StoredSchema.Known fetch(int id) {
        try {
            return ask(id);
        } catch (UnknownSchemaException e) {
            throw unknown.remember(id, e);
        }
    }

    private StoredSchema.Known ask(int id) {
        var reply = http.get(Paths.schema(id));
        if (reply.errorCode() == SCHEMA_NOT_FOUND) {
            throw new UnknownSchemaException("the registry has no schema with id " + id);
        }
        if (!reply.isOk()) {
            throw http.unexpected(reply);
        }
        return StoredSchema.parse(reply, "schema " + id, http);
    }

    private int register(Registration wanted, Schema schema) {
        var reply = send(Paths.versions(wanted.subject), wanted);
        if (reply.status() == CONFLICT) {
            throw refused(wanted, schema, "is incompatible with the versions there", reply);
        }
        return idIn(reply, wanted, schema);
    }

    private int lookUp(Registration wanted, Schema schema) {
        var reply = send(Paths.subject(wanted.subject), wanted);
        if (reply.errorCode() == SCHEMA_NOT_FOUND || reply.errorCode() == SUBJECT_NOT_FOUND) {
            throw refused(
                    wanted,
                    schema,
                    "is not registered there, and registering it is not allowed by the settings",
                    reply);
        }
        return idIn(reply, wanted, schema);
    }

    private RegistryReply send(String path, Registration wanted) {
        var body = JsonNodeFactory.instance.objectNode().put("schema", wanted.text);
        return http.post(path, body);
    }

    private int idIn(RegistryReply reply, Registration wanted, Schema schema) {
        if (reply.errorCode() == READ_ONLY) {
            throw new RegistryUnavailableException("the registry takes no schema for " + Printable.name(wanted.subject)
                    + " at the moment: it, or the subject, is" + " read-only (the registry answered with "
                    + reply.describe() + ")");
        }
        if (reply.status() == UNPROCESSABLE || reply.status() == TOO_LONG) {
            throw refused(wanted, schema, "is not accepted", reply);
        }
        var id = reply.body().path("id");
        if (!reply.isOk() || !id.canConvertToInt()) {
            throw http.unexpected(reply);
        }
        schemas.put(id.intValue(), new StoredSchema.Known(schema, wanted.text.length()));
        unknown.forget(id.intValue());
        return id.intValue();
    }

    private SchemaRefusedException refused(Registration wanted, Schema schema, String why, RegistryReply reply) {
        return refused.remember(
                wanted,
                new SchemaRefusedException("subject " + Printable.name(wanted.subject) + ": the schema "
                        + Printable.name(schema.getFullName()) + " " + why + " (the registry answered with "
                        + reply.describe() + ")"));
    }
}
