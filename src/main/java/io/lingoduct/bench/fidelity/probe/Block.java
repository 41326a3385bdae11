package io.lingoduct.bench.fidelity.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a file of ours with the indented lines that follow it. Lines that begin with # are comments; one in square brackets is the
 * section of those below it.
 *
 * @param section empty where there is none
 * @param line as it stands there
 * @param below the indented lines, trimmed
 */
record Block(String section, String line, List<String> below) {

    private static final String INDENT = "  ";

    /** @param file beside this class */
    static List<Block> read(String file) {
        try (var in = Block.class.getResourceAsStream(file)) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Block> of(String text) {
        var blocks = new ArrayList<Block>();
        var section = "";
        for (var line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith(INDENT)) {
                blocks.get(blocks.size() - 1).below().add(line.trim());
            } else if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
            } else {
                blocks.add(new Block(section, line, new ArrayList<>()));
            }
        }
        return blocks;
    }
}
