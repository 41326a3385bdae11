package io.lingoduct.serde.json;

import io.lingoduct.serde.FieldMapping;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Looks whether the first messages have a text in each field of a route. JSON has no schema to ask: a misspelt field would
 * leave every message as it is without a word. Safe for many threads.
 */
final class FieldWatch {

    /** Messages that are looked at. */
    static final int MESSAGES = 20;

    private final Set<String> unseen = ConcurrentHashMap.newKeySet();
    private final AtomicInteger looked = new AtomicInteger();

    FieldWatch(List<FieldMapping> fields) {
        fields.forEach(field -> unseen.add(field.path().toString()));
    }

    /**
     * Takes a look at a message.
     *
     * @param found the paths at which it has texts
     * @return the paths at which no message had any, once enough have been seen; nothing before and after
     */
    Set<String> look(Collection<String> found) {
        if (unseen.isEmpty() || looked.get() >= MESSAGES) {
            return Set.of();
        }
        found.forEach(unseen::remove);
        return looked.incrementAndGet() == MESSAGES ? new TreeSet<>(unseen) : Set.of();
    }
}
