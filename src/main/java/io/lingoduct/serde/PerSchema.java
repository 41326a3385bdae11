package io.lingoduct.serde;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.apache.avro.Schema;

/** Caches of what is derived from schemas. */
final class PerSchema {

    private static final int MAX_SCHEMAS = 1000;

    private PerSchema() {}

    /** Schemas are the same only if they are one object: comparing them may take longer than the rest of a message. */
    static <T> LoadingCache<Schema, T> cache(CacheLoader<Schema, T> derive) {
        // Weak keys are compared so. The bound is what frees them: what is derived often refers to its schema.
        return Caffeine.newBuilder().weakKeys().maximumSize(MAX_SCHEMAS).build(derive);
    }
}
