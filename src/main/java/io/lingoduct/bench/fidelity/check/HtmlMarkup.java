package io.lingoduct.bench.fidelity.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Tags of HTML. */
public final class HtmlMarkup implements Markup {

    public static final HtmlMarkup INSTANCE = new HtmlMarkup();

    private static final Pattern TAG =
            Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\\s+[a-zA-Z-]+(?:=\"[^\"<>]*\")?)*)\\s*(/?)>");
    private static final Set<String> WITHOUT_END = Set.of("br", "hr", "img", "input", "wbr");

    private HtmlMarkup() {}

    /** Tags are closed in the order in which they were opened, and no bracket stands outside a tag. */
    @Override
    public boolean isWellFormed(String text) {
        var open = new ArrayDeque<String>();
        for (var tag : TAG.matcher(text).results().toList()) {
            var name = tag.group(2);
            if (!tag.group(1).isEmpty()) {
                if (!name.equals(open.poll())) {
                    return false;
                }
            } else if (tag.group(4).isEmpty() && !WITHOUT_END.contains(name)) {
                open.push(name);
            }
        }
        var rest = TAG.matcher(text).replaceAll("");
        return open.isEmpty() && rest.indexOf('<') < 0 && rest.indexOf('>') < 0;
    }

    @Override
    public List<String> marks(String text) {
        return TAG.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    @Override
    public List<MarkedPhrase> phrases(String text) {
        var open = new ArrayDeque<MatchResult>();
        var phrases = new ArrayList<MarkedPhrase>();
        for (var tag : TAG.matcher(text).results().toList()) {
            if (tag.group(1).isEmpty()) {
                if (tag.group(4).isEmpty() && !WITHOUT_END.contains(tag.group(2))) {
                    open.push(tag);
                }
            } else if (!open.isEmpty()) {
                var start = open.pop();
                var words =
                        TAG.matcher(text.substring(start.end(), tag.start())).replaceAll("");
                phrases.add(new MarkedPhrase(start.group(), words));
            }
        }
        return phrases;
    }
}
