package io.lingoduct.config;

import io.lingoduct.config.yaml.YamlText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The keys of a record in the order of a file, each with the place in the record where its value stands. Help texts,
 * documents and the configuration in force are made of it:
 *
 * <pre>{@code
 * static final Settings<FieldConfig> SETTINGS =
 *         Settings.<FieldConfig>none().and(PATH, FieldConfig::path).and(ADD_AS, FieldConfig::addAs);
 * }</pre>
 *
 * @param <R> type of the record
 */
public final class Settings<R> {

    private final List<Entry<R>> entries;

    private Settings(List<Entry<R>> entries) {
        this.entries = List.copyOf(entries);
    }

    /** No keys at all; {@code and} adds them. */
    public static <R> Settings<R> none() {
        return new Settings<>(List.of());
    }

    /** These and one key more. */
    public <T> Settings<R> and(Key<T> key, Function<R, T> value) {
        return with(new Single<>(key, value));
    }

    /** These and keys of options, on the same level. */
    public <S> Settings<R> and(OptionKeys<S> keys, Function<R, Given<S>> given) {
        var settings = this;
        for (var key : keys.keys()) {
            settings = settings.with(given(key, given));
        }
        return settings;
    }

    /** These and those of a part of the record, on the same level; a part that is null has no values. */
    public <S> Settings<R> and(Settings<S> others, Function<R, S> part) {
        return with(new Group<>(others, part));
    }

    /** These and a section of keys; a part that is null is left out. */
    public <S> Settings<R> section(String name, Settings<S> keys, Function<R, S> part) {
        return with(new Nested<>(name, List.of(), keys, "", record -> Optional.ofNullable(part.apply(record))
                .map(keys::values)));
    }

    /** As {@link #section(String, Settings, Function)}, with a line about the section in help texts. */
    public <S> Settings<R> section(
            String name, String expected, String presence, String about, Settings<S> keys, Function<R, S> part) {
        return with(new Nested<>(
                name, List.of(new Row(name, expected, presence, about)), keys, "", record -> Optional.ofNullable(
                                part.apply(record))
                        .map(keys::values)));
    }

    /** These and a list of sections; an empty one is left out. */
    public <S> Settings<R> sections(
            String name, String expected, String presence, String about, Settings<S> keys, Function<R, List<S>> parts) {
        return with(
                new Nested<>(name, List.of(new Row(name, expected, presence, about)), keys, "[]", record -> Optional.of(
                                parts.apply(record).stream().map(keys::values).toList())
                        .filter(list -> !list.isEmpty())));
    }

    /** These and a mapping whose keys are free. */
    public Settings<R> mapping(
            String name, String expected, String presence, String about, Function<R, Map<String, String>> values) {
        return with(new Nested<R, Object>(
                name,
                List.of(new Row(name, expected, presence, about)),
                none(),
                "",
                record -> Optional.of(Secrets.mask(values.apply(record)))));
    }

    /**
     * A key in a help text or in a document.
     *
     * @param name its path, such as {@code routes[].from}
     * @param expected type and range
     * @param presence {@code required}, or the default behind the word {@code default}
     * @param about one sentence
     */
    public record Row(String name, String expected, String presence, String about) {}

    /** All keys, those of sections behind the section's own row. */
    public List<Row> rows() {
        return entries.stream().flatMap(entry -> entry.rows().stream()).toList();
    }

    /** The keys of this level, without those of sections. */
    public List<Key<?>> keys() {
        return entries.stream().<Key<?>>flatMap(entry -> entry.keys().stream()).toList();
    }

    /** Every key with type, range, default and a sentence about it: two lines for each. */
    public String reference() {
        var text = new StringBuilder();
        rows().forEach(row ->
                text.append("%s: %s; %s%n    %s%n".formatted(row.name(), row.expected(), row.presence(), row.about())));
        return text.toString();
    }

    /** The record as a file of YAML would say it, secrets masked. Keys without a value are left out. */
    public String yaml(R record) {
        return YamlText.of(values(record));
    }

    /** Values under the names of their keys, as {@link #yaml} writes them. */
    private Map<String, Object> values(R record) {
        var values = new LinkedHashMap<String, Object>();
        entries.forEach(entry -> entry.put(record, values));
        return values;
    }

    private Settings<R> with(Entry<R> entry) {
        var more = new ArrayList<>(entries);
        more.add(entry);
        return new Settings<>(more);
    }

    private static <R, S, T> Entry<R> given(Key<T> key, Function<R, Given<S>> given) {
        return new Single<>(key, record -> given.apply(record).find(key).orElse(null));
    }

    /** One or more keys, and where their values stand. */
    private interface Entry<R> {

        List<Key<?>> keys();

        List<Row> rows();

        void put(R record, Map<String, Object> values);
    }

    /** A key with a value of its own. */
    private record Single<R, T>(Key<T> key, Function<R, T> value) implements Entry<R> {

        @Override
        public List<Key<?>> keys() {
            return List.of(key);
        }

        @Override
        public List<Row> rows() {
            return List.of(new Row(key.name(), key.expected(), key.presence(), key.about()));
        }

        @Override
        public void put(R record, Map<String, Object> values) {
            var found = value.apply(record);
            if (found != null && !(found instanceof List<?> list && list.isEmpty())) {
                values.put(key.name(), Secrets.isSecret(key.name()) ? Secrets.MASK : written(found));
            }
        }

        private static Object written(Object value) {
            if (value instanceof Enum<?> constant) {
                return Key.written(constant);
            } else if (value instanceof List<?> list) {
                return list.stream().map(Single::written).toList();
            } else if (value instanceof String || value instanceof Path) {
                return Secrets.maskWithin(value.toString());
            }
            return value;
        }
    }

    /** Keys of a part of the record, on the same level. */
    private record Group<R, S>(Settings<S> settings, Function<R, S> part) implements Entry<R> {

        @Override
        public List<Key<?>> keys() {
            return settings.keys();
        }

        @Override
        public List<Row> rows() {
            return settings.rows();
        }

        @Override
        public void put(R record, Map<String, Object> values) {
            Optional.ofNullable(part.apply(record)).ifPresent(found -> values.putAll(settings.values(found)));
        }
    }

    /** A section, or a list of sections. */
    private record Nested<R, S>(
            String name, List<Row> own, Settings<S> settings, String suffix, Function<R, Optional<?>> value)
            implements Entry<R> {

        @Override
        public List<Key<?>> keys() {
            return List.of();
        }

        @Override
        public List<Row> rows() {
            var rows = new ArrayList<>(own);
            settings.rows()
                    .forEach(row -> rows.add(
                            new Row(name + suffix + "." + row.name(), row.expected(), row.presence(), row.about())));
            return rows;
        }

        @Override
        public void put(R record, Map<String, Object> values) {
            value.apply(record).ifPresent(found -> values.put(name, found));
        }
    }
}
