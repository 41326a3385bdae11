package io.lingoduct.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times on the command line: spans such as {@code 30s}, {@code 2h} or {@code 500ms}, and points in time. */
final class Times {

    private static final Pattern SPAN = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    private Times() {}

    /** Reads a span. */
    static final class Span implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String text) {
            var parts = SPAN.matcher(text);
            if (!parts.matches()) {
                throw new TypeConversionException("expected a time such as 500ms, 30s, 5m, 2h or 7d, not " + text);
            }
            return UNITS.get(parts.group(2)).multipliedBy(Long.parseLong(parts.group(1)));
        }
    }

    /** Reads a point in time: a date, a date with time and zone, or a span back from now. */
    static final class Point implements ITypeConverter<Instant> {

        @Override
        public Instant convert(String text) {
            if (SPAN.matcher(text).matches()) {
                return Instant.now().minus(new Span().convert(text));
            }
            try {
                return text.contains("T")
                        ? OffsetDateTime.parse(text).toInstant()
                        : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        "expected 2026-01-31, 2026-01-31T12:00:00Z or a time ago such as 2h, not " + text);
            }
        }
    }
}
