package io.lingoduct.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The keys that change options of one kind, each with the change that its value makes:
 *
 * <pre>{@code
 * static final OptionKeys<SearchOptions> KEYS = OptionKeys.<SearchOptions>none()
 *         .and(BEAM_SIZE, SearchOptions::withBeamSize)
 *         .and(SHORTLIST, SearchOptions::withShortlist);
 *
 * var options = KEYS.read(section).over(defaultsOfTheModel);
 * }</pre>
 *
 * @param <R> type of the options
 */
public final class OptionKeys<R> {

    private final List<Change<R, ?>> changes;

    private OptionKeys(List<Change<R, ?>> changes) {
        this.changes = List.copyOf(changes);
    }

    /** No keys at all; {@link #and} adds them. */
    public static <R> OptionKeys<R> none() {
        return new OptionKeys<>(List.of());
    }

    /** These keys and one more. */
    public <T> OptionKeys<R> and(Key<T> key, BiFunction<R, T, R> change) {
        var more = new ArrayList<>(changes);
        more.add(new Change<>(key, change));
        return new OptionKeys<>(more);
    }

    /** In the order of their declaration. */
    public List<Key<?>> keys() {
        return changes.stream().<Key<?>>map(Change::key).toList();
    }

    /** The values that stand in a section, and the defaults of keys that are absent and have one. */
    public Given<R> read(Section section) {
        return new Given<>(changes.stream()
                .flatMap(change -> change.read(section).stream())
                .toList());
    }

    /** The values that stand in a section, and no defaults. */
    public Given<R> readGiven(Section section) {
        return new Given<>(changes.stream()
                .flatMap(change -> change.readGiven(section).stream())
                .toList());
    }

    /** No values, so that the options stay as they are. */
    public Given<R> nothing() {
        return new Given<>(List.of());
    }

    /** A key, and the change that its value makes. */
    private record Change<R, T>(Key<T> key, BiFunction<R, T, R> change) {

        List<Given.Value<R, ?>> read(Section section) {
            return section.find(key).or(key::fallback).map(this::value).orElse(List.of());
        }

        List<Given.Value<R, ?>> readGiven(Section section) {
            return section.find(key).map(this::value).orElse(List.of());
        }

        private List<Given.Value<R, ?>> value(T value) {
            return List.of(new Given.Value<>(key, value, change));
        }
    }
}
