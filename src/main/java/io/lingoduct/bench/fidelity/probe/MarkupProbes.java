package io.lingoduct.bench.fidelity.probe;

import io.lingoduct.bench.fidelity.check.HtmlMarkup;
import io.lingoduct.bench.fidelity.check.MarkdownMarkup;
import io.lingoduct.bench.fidelity.check.MarkedPhrase;
import io.lingoduct.bench.fidelity.check.Markup;
import io.lingoduct.bench.fidelity.check.PhraseKey;
import io.lingoduct.bench.fidelity.probe.Probe.Question;
import io.lingoduct.front.TextOptions;
import io.lingoduct.front.markup.TextMarkup;
import io.lingoduct.front.number.NumberStyle;
import io.lingoduct.front.span.KeepPatterns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Sentences with one or two phrases marked up, in HTML and in Markdown by turns, some of them headings, items or quotes. For German there
 * is a key of the words that the marks must stand around.
 */
public final class MarkupProbes {

    private static final String RIGHT_WORDS = "markup around the right words";
    private static final String KNOWN_WORDS = "markup, phrases that the key knows";
    private static final String ADDRESS = "https://example.org/";

    private static final List<String[]> HTML = List.of(
            pair("<b>", "</b>"),
            pair("<em>", "</em>"),
            pair("<strong>", "</strong>"),
            pair("<a href=\"" + ADDRESS + "help\">", "</a>"),
            pair("<span class=\"name\">", "</span>"),
            pair("<b><i>", "</i></b>"),
            pair("<u>", "</u><br/>"));

    private static final List<String[]> MARKDOWN = List.of(
            pair("**", "**"),
            pair("*", "*"),
            pair("[", "](" + ADDRESS + "help)"),
            pair("***", "***"),
            pair("[", "](" + ADDRESS + "a_b?c=1)"));

    private static final List<String> LINE_STARTS = List.of("", "", "# ", "## ", "- ", "1. ", "> ");

    private MarkupProbes() {}

    /** @param target BCP 47 tag of the language that is translated into */
    public static List<Probe> make(int count, long seed, String target) {
        var random = new Random(seed);
        boolean hasKey = Locale.forLanguageTag(target).getLanguage().equals("de");
        var blocks = Block.read("markup.txt");
        var probes = new ArrayList<Probe>(count);
        for (int i = 0; i < count; i++) {
            var block = blocks.get(i / 2 % blocks.size());
            var keys = hasKey ? keys(block) : Map.<String, PhraseKey>of();
            if (i % 2 == 0) {
                var html = marked(block.line(), HTML, random);
                probes.add(probe("HTML", html, TextMarkup.HTML, HtmlMarkup.INSTANCE, keys));
            } else {
                var start = LINE_STARTS.get(random.nextInt(LINE_STARTS.size()));
                var markdown = start + marked(block.line(), MARKDOWN, random);
                probes.add(probe("Markdown", markdown, TextMarkup.MARKDOWN, MarkdownMarkup.INSTANCE, keys));
            }
        }
        return probes;
    }

    /** Keys by the phrases of a block's line. */
    private static Map<String, PhraseKey> keys(Block block) {
        var pieces = block.line().split("\\|", -1);
        var keys = new LinkedHashMap<String, PhraseKey>();
        for (int i = 0; i < block.below().size(); i++) {
            keys.put(pieces[2 * i + 1], PhraseKey.of(block.below().get(i)));
        }
        return keys;
    }

    private static Probe probe(
            String language, String source, TextMarkup format, Markup markup, Map<String, PhraseKey> keys) {
        var marks = markup.marks(source);
        var questions = new ArrayList<Question>();
        questions.add(new Question(
                Part.MARKUP.label(),
                language,
                output -> markup.isWellFormed(output) && markup.marks(output).equals(marks)));
        if (!keys.isEmpty()) {
            var phrases = markup.phrases(source);
            questions.add(
                    new Question(RIGHT_WORDS, language, output -> areRight(phrases, keys, markup.phrases(output))));
            questions.add(new Question(
                    KNOWN_WORDS, language, output -> keys.values().stream().allMatch(key -> key.isIn(output))));
        }
        return new Probe(source, new TextOptions(format, KeepPatterns.NONE, NumberStyle.KEEP), List.copyOf(questions));
    }

    /** Whether each mark of a source stands around a translation of what it stood around there. */
    private static boolean areRight(
            List<MarkedPhrase> sources, Map<String, PhraseKey> keys, List<MarkedPhrase> outputs) {
        var left = new ArrayList<>(outputs);
        for (var source : sources) {
            var key = keys.get(source.words());
            var found = left.stream()
                    .filter(output -> output.mark().equals(source.mark()) && key.fits(output.words()))
                    .findFirst();
            if (found.isEmpty()) {
                return false;
            }
            left.remove(found.get());
        }
        return true;
    }

    private static String marked(String sentence, List<String[]> choices, Random random) {
        var text = new StringBuilder();
        var pieces = sentence.split("\\|", -1);
        for (int i = 0; i < pieces.length; i++) {
            if (i % 2 == 0) {
                text.append(pieces[i]);
            } else {
                var marks = choices.get(random.nextInt(choices.size()));
                text.append(marks[0]).append(pieces[i]).append(marks[1]);
            }
        }
        return text.toString();
    }

    private static String[] pair(String before, String after) {
        return new String[] {before, after};
    }
}
