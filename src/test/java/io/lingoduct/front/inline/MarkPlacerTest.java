package io.lingoduct.front.inline;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.front.align.WordAlignment;
import io.lingoduct.front.inline.InlineMark.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkPlacerTest {

    private static final Pattern MARK = Pattern.compile("</?[a-z]+/?>|\u200B|:\\)");

    /** The third column has for each target word the indexes of its source words, and - for none. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            the <b>key</b> fits | der Schlüssel passt | 0 1 2 | der <b>Schlüssel</b> passt
            the <b>red key</b> | der rote Schlüssel | 0 1 2 | der <b>rote Schlüssel</b>
            the <b>red</b> key | la clé rouge | 0 2 1 | la clé <b>rouge</b>
            the red <b>key</b> | la clé rouge | 0 2 1 | la <b>clé</b> rouge
            <b>Stop</b> now. | Halt jetzt. | 0 1 2 | <b>Halt</b> jetzt.
            Read <b>this</b>, please. | Lies das, bitte. | 0 1 2 3 4 | Lies <b>das</b>, bitte.
            Read <b>this,</b> please. | Lies das, bitte. | 0 1 2 3 4 | Lies <b>das,</b> bitte.
            <b>Stop now.</b> | Halt jetzt. | 0 1 2 | <b>Halt jetzt.</b>
            <b>Stop now</b>. | Halt jetzt. | 0 1 2 | <b>Halt jetzt</b>.
            <b>Stop</b><i> now</i> | Halt jetzt | 0 1 | <b>Halt</b><i> jetzt</i>
            <b>Stop </b>now | Halt jetzt | 0 1 | <b>Halt </b>jetzt
            a <b>b <i>c</i></b> d | A C B D | 0 2 1 3 | A <b><i>C</i> B</b> D
            a <b><i>c</i></b> d | A C D | 0 1 2 | A <b><i>C</i></b> D
            <b>a</b> <i>b</i> | B A | 1 0 | <i>B</i> <b>A</b>
            <b>a</b> and <b>b</b> | B und A | 2 1 0 | <b>B</b> und <b>A</b>
            I have <b>eaten</b> it | Ich habe es gegessen | 0 1 3 2 | Ich habe es <b>gegessen</b>
            <b>call up</b> the man | rufe den Mann an | 0 2 3 1 | <b>rufe</b> den Mann an
            <b>one two</b> three four | drei vier zwei eins drei vier eins | 2 3 1 0 2 3 0 | drei vier <b>zwei eins</b> drei vier eins
            one <b>two</b> three | eins zwei gar drei | 0 1 - 2 | eins <b>zwei</b> gar drei
            one <b>two three</b> four | eins zwei gar drei vier | 0 1 - 2 3 | eins <b>zwei gar drei</b> vier
            one <b>two</b> three | eins und drei | 0 - 2 | eins <b>und</b> drei
            <b>two</b> three | drei | 1 | <b>drei</b>
            one <b>two</b> | eins | - | <b>eins</b>
            <b>a</b> <i>b</i> | X | 0 | <i></i><b>X</b>
            <b></b>one two | eins zwei | 0 1 | <b></b>eins zwei
            one <b></b>two | zwei eins | 1 0 | <b></b>zwei eins
            one<img/> two | zwei eins | 1 0 | zwei eins<img/>
            one two<img/>. | eins zwei. | 0 1 2 | eins zwei<img/>.
            <img/>one two | zwei eins | 1 0 | <img/>zwei eins
            one two<img/> | zwei eins | 1 0 | zwei eins<img/>
            <b>one<img/> two</b> three | drei eins zwei | 2 0 1 | drei <b>eins<img/> zwei</b>
            one <b>two</b><img/> three | eins zwei drei | 0 1 2 | eins <b>zwei</b><img/> drei
            one:) two three | zwei drei eins | 1 2 0 | zwei drei eins:)
            good:) day | guten Tag | 0 1 | guten:) Tag
            well, :)one two | nun, eins zwei | 0 1 2 3 | nun, :)eins zwei
            one</b> two | eins zwei | 0 1 | eins</b> zwei
            one two</b> three | zwei drei eins | 1 2 0 | zwei</b> drei eins
            one <b>two | eins zwei | 0 1 | eins <b>zwei
            one</b> two <i>three | eins zwei drei | 0 1 2 | eins</b> zwei <i>drei
            one</b> <u>two</u> <i>three | zwei drei eins | 1 2 0 | </b><u>zwei</u> drei eins<i>
            <b>one <i>two</b> three | eins zwei drei | 0 1 2 | <b>eins <i>zwei</b> drei
            <b>one</i> two</b> three | eins zwei drei | 0 1 2 | <b>eins</i> zwei</b> drei
            <b>A</b>BC is here | hier ist ABC | 2 1 0 | hier ist <b>A</b>BC
            <b>sun</b>flower oil | Blume Öl | 0 1 | <b>Blume</b> Öl
            <b>W</b><i>X</i>Y one | eins WXY | 1 0 | eins <b>W</b><i>X</i>Y
            one <b>!</b> two | eins ! zwei | 0 1 2 | eins <b>!</b> zwei
            foo\u200Bbar one | eins foobar | 1 0 | eins foo\u200Bbar
            foo\u200Bbar one | eins zwei | 1 0 | eins zwei
            Tom\u200B one | eins Tom | 1 0 | eins Tom\u200B
            one \u200BTom <b>x</b> | <<Tom y eins | 1 2 0 | \u200BTom <b>y</b> eins
            (<b>one</b>) two | zwei (eins) | 3 0 1 2 | zwei (<b>eins</b>)
            "<b>one two</b>" | « eins zwei » | 0 1 2 3 | « <b>eins zwei</b> »
            """)
    void shouldFollowTheWords(String source, String target, String links, String expected) {
        var plain = target.replace("<<", "");
        var marked = marked(source.replace("\\u200B", "\u200B"));

        var placed = MarkPlacer.place(marked, plain, alignment(marked.text(), plain, links));

        assertThat(placed.written()).isEqualTo(expected.replace("\\u200B", "\u200B"));
        assertThat(placed.text()).isEqualTo(plain);
    }

    @Test
    void shouldLeaveSpaceOnBothSidesOfAnEmojiThatStoodFree() {
        var source = new MarkedText("I love  you", List.of(new InlineMark(7, ":)", Kind.EMOJI, -1)));

        var placed = MarkPlacer.place(source, "Ich liebe dich", alignment(source.text(), "Ich liebe dich", "0 1 2"));

        assertThat(placed.written()).isEqualTo("Ich liebe :) dich");
    }

    @Test
    void shouldNotLetAnAlignmentOfOtherTextsDoHarm() {
        var source = marked("a <b>b</b> c");
        var foreign =
                WordAlignment.diagonal("quite a long sentence, longer than the other", "and another one of many words");

        assertThat(MARK.matcher(MarkPlacer.place(source, "x y", foreign).written())
                        .replaceAll(""))
                .isEqualTo("x y");
    }

    @Test
    void shouldNotOverflowOnDeepNesting() {
        int depth = 100_000;
        var marks = new ArrayList<InlineMark>();
        for (int i = 0; i < depth; i++) {
            marks.add(new InlineMark(2, "<b>", Kind.OPEN, i));
        }
        for (int i = depth - 1; i >= 0; i--) {
            marks.add(new InlineMark(5, "</b>", Kind.CLOSE, i));
        }
        var source = new MarkedText("a one b", marks);

        var placed = MarkPlacer.place(source, "eins a b", alignment("a one b", "eins a b", "1 0 2"));

        assertThat(placed.written()).startsWith("<b><b>").endsWith("</b></b> a b");
        assertThat(placed.marks()).hasSize(2 * depth);
    }

    @Property
    void shouldGiveTheSourceBackIfNothingHasChanged(
            @ForAll("marked") MarkedText source, @ForAll("words") String other) {
        assertThat(MarkPlacer.place(source, source.text(), WordAlignment.diagonal(other, source.text())))
                .isEqualTo(source);
    }

    @Property
    void shouldKeepAllMarksThatCanBeSeenAndTheirOrder(
            @ForAll("marked") MarkedText source, @ForAll("words") String target, @ForAll("weights") float[] weights) {
        var placed = MarkPlacer.place(source, target, random(source.text(), target, weights));

        assertThat(visible(placed.marks())).containsExactlyInAnyOrderElementsOf(visible(source.marks()));
        assertThat(placed.text().replace(" ", "")).isEqualTo(target.replace(" ", ""));
        assertThat(isNested(placed.marks()) || target.equals(source.text())).isTrue();
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("ab .,(\uD83D\uDE00\uFFFC").ofMaxLength(24),
                Arbitraries.strings().all().ofMaxLength(12));
    }

    @Provide
    Arbitrary<float[]> weights() {
        return Arbitraries.floats()
                .between(0, 1)
                .array(float[].class)
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    @Provide
    Arbitrary<MarkedText> marked() {
        var kinds = Arbitraries.of(Kind.values()).list().ofMaxSize(8);
        var places = Arbitraries.integers().between(0, 1000).list().ofSize(8);
        var pairs = Arbitraries.integers().between(0, 2).list().ofSize(8);
        return Combinators.combine(words(), kinds, places, pairs).as((text, kind, place, pair) -> {
            var marks = new ArrayList<InlineMark>();
            var positions =
                    place.stream().map(p -> p % (text.length() + 1)).sorted().toList();
            for (int i = 0; i < kind.size(); i++) {
                boolean ofPair = kind.get(i) == Kind.OPEN || kind.get(i) == Kind.CLOSE;
                marks.add(new InlineMark(positions.get(i), "<" + i + ">", kind.get(i), ofPair ? pair.get(i) : -1));
            }
            return new MarkedText(text, marks);
        });
    }

    private static List<String> visible(List<InlineMark> marks) {
        return marks.stream()
                .filter(mark -> mark.kind() != Kind.INVISIBLE)
                .map(InlineMark::content)
                .toList();
    }

    /** Each mark that closes a pair closes the last one that is open; marks without a partner before or behind them do not count. */
    private static boolean isNested(List<InlineMark> marks) {
        var open = new ArrayDeque<Integer>();
        for (int i = 0; i < marks.size(); i++) {
            var mark = marks.get(i);
            if (mark.kind() == Kind.OPEN
                    && count(marks.subList(i, marks.size()), Kind.CLOSE, mark.pair()) == 1
                    && isSimple(marks, mark)) {
                open.push(mark.pair());
            } else if (mark.kind() == Kind.CLOSE
                    && open.contains(mark.pair())
                    && !open.pop().equals(mark.pair())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSimple(List<InlineMark> marks, InlineMark mark) {
        return count(marks, Kind.OPEN, mark.pair()) == 1 && count(marks, Kind.CLOSE, mark.pair()) == 1;
    }

    private static long count(List<InlineMark> marks, Kind kind, int pair) {
        return marks.stream()
                .filter(mark -> mark.kind() == kind && mark.pair() == pair)
                .count();
    }

    private static WordAlignment random(String source, String target, float[] values) {
        var diagonal = WordAlignment.diagonal(source, target);
        int next = 0;
        for (var row : diagonal.weights()) {
            for (int s = 0; s < row.length; s++) {
                row[s] = values[next++ % values.length];
            }
        }
        return diagonal;
    }

    private static WordAlignment alignment(String source, String target, String links) {
        var words = WordAlignment.diagonal(source, target);
        var rows = links.split(" ");
        assertThat(rows).hasSize(words.target().size());
        for (int t = 0; t < rows.length; t++) {
            Arrays.fill(words.weights()[t], 0.02f);
            if (rows[t].equals("-")) {
                Arrays.fill(words.weights()[t], 0);
            } else {
                words.weights()[t][Integer.parseInt(rows[t])] = 0.9f;
            }
        }
        return words;
    }

    private static MarkedText marked(String text) {
        var plain = new StringBuilder();
        var marks = new ArrayList<InlineMark>();
        var matcher = MARK.matcher(text);
        var pairs = new HashMap<String, ArrayDeque<Integer>>();
        int at = 0;
        int next = 0;
        while (matcher.find()) {
            plain.append(text, at, matcher.start());
            at = matcher.end();
            var content = matcher.group();
            var kind = content.equals("\u200B")
                    ? Kind.INVISIBLE
                    : content.equals(":)")
                            ? Kind.EMOJI
                            : content.endsWith("/>") ? Kind.SINGLE : content.startsWith("</") ? Kind.CLOSE : Kind.OPEN;
            int pair = -1;
            if (kind == Kind.OPEN) {
                pair = next++;
                pairs.computeIfAbsent(content.substring(1), name -> new ArrayDeque<>())
                        .push(pair);
            } else if (kind == Kind.CLOSE) {
                var open = pairs.getOrDefault(content.substring(2), new ArrayDeque<>());
                pair = open.isEmpty() ? next++ : open.pop();
            }
            marks.add(new InlineMark(plain.length(), content, kind, pair));
        }
        return new MarkedText(plain.append(text.substring(at)).toString(), marks);
    }
}
