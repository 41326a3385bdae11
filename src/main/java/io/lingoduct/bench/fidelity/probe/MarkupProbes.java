package io.lingoduct.bench.fidelity.probe;

import io.lingoduct.bench.fidelity.check.HtmlMarkup;
import io.lingoduct.bench.fidelity.check.MarkdownMarkup;
import io.lingoduct.bench.fidelity.check.Markup;
import io.lingoduct.bench.fidelity.probe.Probe.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sentences with one or two phrases marked up, in HTML and in Markdown by turns, some of them headings, items or quotes. */
public final class MarkupProbes {

    public static final String PART = "markup";

    /** Phrases that can be marked up stand between | and |. */
    private static final List<String> SENTENCES = List.of(
            "You can |cancel your order| at any time.",
            "Please |read the manual| before you |open the box|.",
            "The |blue button| starts the machine.",
            "We have sent you |a new password| this morning.",
            "Do not |touch the wire| while the lamp is on.",
            "Our shop is |closed on Sundays| in winter.",
            "The guide is free for |all members| of the club.",
            "Write |your name| and |your address| on the form.",
            "I will never forget |that summer|.",
            "The |old bridge| is behind the |church|.",
            "Press |Start| and wait for a minute.",
            "This offer ends |tomorrow evening|.",
            "She has lived |in this street| for many years.",
            "Where can I find |my tickets|?",
            "The |first lesson| is very easy.",
            "Bring |warm clothes| and |good shoes| with you.",
            "They found |the key| under the chair.",
            "The museum is |near the station|.",
            "You must |save the file| before you close the window.",
            "The children are playing |in the garden|.",
            "Have you seen |the new film| yet?",
            "The soup needs |a little salt|.",
            "Your parcel will arrive |within three days|.",
            "The doctor told me |to drink more water|.");

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

    public static List<Probe> make(int count, long seed) {
        var random = new Random(seed);
        var probes = new ArrayList<Probe>(count);
        for (int i = 0; i < count; i++) {
            var sentence = SENTENCES.get(i / 2 % SENTENCES.size());
            if (i % 2 == 0) {
                var html = marked(sentence, HTML, random);
                probes.add(probe("HTML", html, HtmlMarkup.INSTANCE));
            } else {
                var start = LINE_STARTS.get(random.nextInt(LINE_STARTS.size()));
                probes.add(probe("Markdown", start + marked(sentence, MARKDOWN, random), MarkdownMarkup.INSTANCE));
            }
        }
        return probes;
    }

    private static Probe probe(String language, String source, Markup markup) {
        var marks = markup.marks(source);
        return new Probe(
                source,
                List.of(new Question(
                        PART,
                        language,
                        output -> markup.isWellFormed(output)
                                && markup.marks(output).equals(marks))));
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
