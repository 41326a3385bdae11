package io.lingoduct.text.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ends of sentences in {@code sentence-cuts.txt}, a list of lines with their right cuts, and how many of them are found. */
class SentenceCutsTest {

    private static final Pattern EMOJI_AT_THE_END = Pattern.compile("[ \\p{So}\\p{Sk}\\p{Mn}]+$");
    private static final List<Line> LINES = read();

    @Test
    void shouldHoldManyLinesOfEachLanguage() {
        assertThat(LINES).hasSizeGreaterThanOrEqualTo(300);
        assertThat(LINES.stream().filter(line -> line.part().equals("unseen"))).hasSizeGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest
    @CsvSource({"en, tuned", "en, unseen", "de, tuned", "de, unseen", "fr, tuned", "fr, unseen"})
    void shouldCutWhereSentencesEnd(String language, String part) {
        assertCut(LINES.stream()
                .filter(line -> line.language().equals(language) && line.part().equals(part))
                .toList());
    }

    @Test
    void shouldCutWhereSentencesEndInAllLines() {
        assertCut(LINES);
    }

    private static void assertCut(List<Line> lines) {
        int right = 0;
        int found = 0;
        int wanted = 0;
        var wrong = new ArrayList<String>();
        for (var line : lines) {
            var cuts = line.cutsFound();
            var both = new HashSet<>(cuts);
            both.retainAll(line.cuts());
            right += both.size();
            found += cuts.size();
            wanted += line.cuts().size();
            if (!cuts.equals(line.cuts())) {
                wrong.add(line.language() + ": " + mark(line.text(), cuts) + "   (not: "
                        + mark(line.text(), line.cuts()) + ")");
            }
        }
        double f1 = 2.0 * right / (found + wanted);
        assertThat(f1)
                .as(
                        "F1 of %d cuts found, %d of them right, %d wanted; wrong lines:%n%s",
                        found, right, wanted, String.join("\n", wrong))
                .isGreaterThanOrEqualTo(0.99);
    }

    private static String mark(String text, Set<Integer> cuts) {
        var marked = new StringBuilder(text);
        new TreeSet<>(cuts).descendingSet().forEach(cut -> marked.insert(cut, " |"));
        return marked.toString();
    }

    private static List<Line> read() {
        var lines = new ArrayList<Line>();
        try (var list = SentenceCutsTest.class.getResourceAsStream("sentence-cuts.txt")) {
            String[] section = {};
            for (var line : new String(list.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.matches("\\[\\w+ \\w+]")) {
                    section = line.substring(1, line.length() - 1).split(" ");
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    lines.add(Line.of(section[0], section[1], line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    /**
     * A text and where its sentences end.
     *
     * @param cuts index behind the last mark of each sentence but the last
     */
    private record Line(String language, String part, String text, Set<Integer> cuts) {

        static Line of(String language, String part, String line) {
            var text = new StringBuilder();
            var cuts = new TreeSet<Integer>();
            for (var sentence : line.split(" \\| ")) {
                if (text.length() > 0) {
                    cuts.add(EMOJI_AT_THE_END.matcher(text).replaceFirst("").length());
                    text.append(' ');
                }
                text.append(sentence);
            }
            return new Line(language, part, text.toString(), cuts);
        }

        /** The same of the segments that the text is cut into. */
        Set<Integer> cutsFound() {
            var split = new TextSegmenter(language, 1000).split(text, String::length);
            var cuts = new TreeSet<Integer>();
            int end = 0;
            for (int i = 0; i < split.segments().size(); i++) {
                end += split.skeleton().get(i).length()
                        + split.segments().get(i).length();
                cuts.add(end);
            }
            cuts.remove(end);
            return cuts;
        }
    }
}
