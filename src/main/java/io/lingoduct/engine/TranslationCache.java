package io.lingoduct.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.Translation;
import java.util.Arrays;
import java.util.Optional;

/**
 * Translations of segments that come again and again, by their token ids. It belongs to one engine, whose model and search
 * never change (another version of a model gets another engine), and a translation does not depend on its batch mates: so a
 * stored translation equals what another run would give. What hit a limit of length is not stored, and failures never get here.
 */
final class TranslationCache {

    private final int entries;
    private final Cache<TokenIds, Translation> translations;

    /** @param entries most translations kept; 0 keeps none */
    TranslationCache(int entries) {
        this.entries = entries;
        // Caffeine would tidy up on threads of the common pool.
        this.translations = Caffeine.newBuilder()
                .maximumSize(entries)
                .executor(Runnable::run)
                .build();
    }

    Optional<Translation> find(EncodedSegment segment) {
        return entries == 0
                ? Optional.empty()
                : Optional.ofNullable(translations.getIfPresent(new TokenIds(segment.ids())));
    }

    void store(EncodedSegment segment, Translation translation) {
        if (entries > 0 && translation.complete()) {
            translations.put(new TokenIds(segment.ids()), translation);
        }
    }

    /** Equal where the ids are: an array by itself equals nothing else. */
    private record TokenIds(long[] ids) {

        @Override
        public boolean equals(Object other) {
            return other instanceof TokenIds that && Arrays.equals(ids, that.ids);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(ids);
        }
    }
}
