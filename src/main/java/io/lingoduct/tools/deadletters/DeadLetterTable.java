package io.lingoduct.tools.deadletters;

import io.lingoduct.observe.Printable;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Dead letters as a table: place and time of the original message, and the cause. Up to {@value #ROWS} rows are held back, so
 * that the columns are about as wide as their content.
 */
final class DeadLetterTable implements DeadLetterList {

    private static final int ROWS = 500;
    private static final List<String> TITLES =
            List.of("TOPIC", "PARTITION", "OFFSET", "TIME", "STAGE", "EXCEPTION", "MESSAGE");

    private final PrintStream out;
    private final boolean withValues;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();

    DeadLetterTable(PrintStream out, boolean withValues) {
        this.out = out;
        this.withValues = withValues;
    }

    @Override
    public void add(DeadLetter letter) {
        if (rows.isEmpty() && widths.isEmpty()) {
            rows.add(withValues ? append(TITLES, "KEY", "VALUE") : TITLES);
        }
        rows.add(
                withValues
                        ? append(
                                cause(letter),
                                text(letter.record().key()),
                                text(letter.record().value()))
                        : cause(letter));
        if (rows.size() >= ROWS) {
            end();
        }
    }

    @Override
    public void end() {
        rows.forEach(this::widen);
        rows.forEach(row -> out.println(line(row)));
        rows.clear();
        out.flush();
    }

    private static List<String> cause(DeadLetter letter) {
        return List.of(
                cell(letter.topic()),
                cell(letter.partition()),
                cell(letter.offset()),
                letter.time().truncatedTo(ChronoUnit.SECONDS).toString(),
                cell(letter.stage()),
                cell(letter.exception()
                        .map(name -> name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1))),
                cell(letter.message()));
    }

    private void widen(List<String> row) {
        for (int column = 0; column < row.size(); column++) {
            int length = row.get(column).length();
            if (column == widths.size()) {
                widths.add(length);
            } else {
                widths.set(column, Math.max(widths.get(column), length));
            }
        }
    }

    private String line(List<String> row) {
        var line = new StringBuilder();
        for (int column = 0; column < row.size() - 1; column++) {
            line.append(row.get(column))
                    .append(" ".repeat(widths.get(column) - row.get(column).length() + 2));
        }
        return line.append(row.get(row.size() - 1)).toString();
    }

    private static String cell(Optional<?> value) {
        return value.map(Object::toString).map(Printable::line).orElse("-");
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "-" : Printable.line(new String(bytes, StandardCharsets.UTF_8));
    }

    private static List<String> append(List<String> row, String... more) {
        var longer = new ArrayList<>(row);
        longer.addAll(List.of(more));
        return longer;
    }
}
