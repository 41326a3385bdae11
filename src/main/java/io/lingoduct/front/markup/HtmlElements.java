package io.lingoduct.front.markup;

import java.util.Set;

/** What elements of HTML are, and those that formats for translators use within sentences. */
final class HtmlElements {

    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "blink", "cite", "data", "del", "dfn", "em", "font", "i",
            "img", "ins", "label", "mark", "nobr", "output", "q", "rb", "rp", "rt", "ruby", "s", "small", "span",
            "strike", "strong", "sub", "sup", "time", "u", "wbr", // of XLIFF and TMX
            "bpt", "bx", "ec", "ept", "ex", "g", "it", "mrk", "pc", "ph", "sc", "x");

    private static final Set<String> BLOCK = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "br",
            "button",
            "canvas",
            "caption",
            "center",
            "col",
            "colgroup",
            "dd",
            "details",
            "dialog",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "frame",
            "frameset",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "head",
            "header",
            "hgroup",
            "hr",
            "html",
            "legend",
            "li",
            "link",
            "main",
            "menu",
            "meta",
            "nav",
            "noscript",
            "ol",
            "optgroup",
            "option",
            "p",
            "param",
            "picture",
            "search",
            "section",
            "select",
            "source",
            "summary",
            "table",
            "tbody",
            "td",
            "template",
            "tfoot",
            "th",
            "thead",
            "title",
            "tr",
            "track",
            "ul",
            "video",
            "audio",
            "object",
            "base",
            "area",
            "map");

    private static final Set<String> EMPTY = Set.of(
            "area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param", "source",
            "track", "wbr");

    private static final Set<String> RAW =
            Set.of("script", "style", "textarea", "xmp", "iframe", "noembed", "noframes");

    private static final Set<String> CODE = Set.of("code", "kbd", "samp", "tt", "var");

    private static final Set<String> KEPT_BLOCK = Set.of("pre", "svg", "math");

    private HtmlElements() {}

    static boolean isInline(String name) {
        return INLINE.contains(name);
    }

    static boolean isBlock(String name) {
        return BLOCK.contains(name) || KEPT_BLOCK.contains(name);
    }

    /** Whether it never has content. */
    static boolean isEmpty(String name) {
        return EMPTY.contains(name);
    }

    /** Whether its content is no markup. */
    static boolean isRaw(String name) {
        return RAW.contains(name);
    }

    /** Whether it holds code within a sentence. */
    static boolean isCode(String name) {
        return CODE.contains(name);
    }

    /** Whether its content is not for translation, and no part of a sentence. */
    static boolean isKeptBlock(String name) {
        return KEPT_BLOCK.contains(name);
    }
}
