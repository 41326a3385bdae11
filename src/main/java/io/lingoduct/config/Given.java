package io.lingoduct.config;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Values that were given for some of the keys of options. What was not given stays as it is in the options that they are put
 * over, such as the defaults of a model that is known later than the configuration.
 *
 * @param <R> type of the options
 */
public final class Given<R> {

    private final List<Value<R, ?>> values;

    Given(List<Value<R, ?>> values) {
        this.values = values;
    }

    /** The options with these values in them. */
    public R over(R options) {
        var changed = options;
        for (var value : values) {
            changed = value.over(changed);
        }
        return changed;
    }

    /** The value of a key, or empty where none was given. */
    @SuppressWarnings("unchecked") // A value is only made together with a key of its type.
    public <T> Optional<T> find(Key<T> key) {
        return values.stream()
                .filter(value -> value.key == key)
                .map(value -> (T) value.value)
                .findFirst();
    }

    /** Two are equal that give the same values for the same keys. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Given<?> given && values.equals(given.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** As {@code beam-size=4, shortlist=false}. */
    @Override
    public String toString() {
        return values.stream().map(Value::toString).collect(Collectors.joining(", ", "[", "]"));
    }

    /** The value of one key, and the change that it makes. */
    static final class Value<R, T> {

        private final Key<T> key;
        private final T value;
        private final BiFunction<R, T, R> change;

        Value(Key<T> key, T value, BiFunction<R, T, R> change) {
            this.key = key;
            this.value = value;
            this.change = change;
        }

        private R over(R options) {
            return change.apply(options, value);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Value<?, ?> same && key == same.key && value.equals(same.value);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }

        @Override
        public String toString() {
            return key.name() + "=" + value;
        }
    }
}
