package io.lingoduct.front.span;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What one kind of span looks like.
 *
 * @param triggers characters of which each such span has at least one; empty if that is not so. Most texts have none of them, and are not
 *     searched
 * @param pattern matches in time that grows linearly with the text: what repeats gives nothing back, and has a bound where a match may fail
 *     behind it
 */
record SpanRule(SpanKind kind, String triggers, Pattern pattern) {

    private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?";
    private static final String DOMAIN = LABEL + "(?:\\." + LABEL + "){0,6}\\.(?:[a-zA-Z]{2,18})(?![\\p{L}\\p{N}])";
    private static final String TLD =
            "(?:com|org|net|edu|gov|io|dev|app|ai|co|info|biz|me|tv|eu|de|fr|uk|at|ch|nl|be|it|es|pl|se|us|ca|au|jp|cn|in|br|example|shop|online|cloud)";
    private static final String PATH_END = "(?<![.,;:!?'\")\\]}>»“”’*_~])";
    private static final String WORD_START = "(?<![\\p{L}\\p{N}_])";
    private static final String WORD_END = "(?![\\p{L}\\p{N}_])";

    /** All kinds; of two that match at overlapping places the earlier one in this list is meant. */
    static final List<SpanRule> ALL = List.of(
            rule(SpanKind.INLINE_CODE, "`", "(`{1,3})(?!`)[^`\\r\\n]{1,500}\\1(?!`)"),
            rule(SpanKind.TAG, "<", "<!--.{0,2000}?-->|</?[a-zA-Z][a-zA-Z0-9:-]{0,40}(?:\\s[^<>]{0,2000})?/?>"),
            rule(SpanKind.TAG, "&", "&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});"),
            rule(
                    SpanKind.URL,
                    ":",
                    WORD_START
                            + "(?:(?:https?|ftps?|sftp|wss?|file|git|ssh|kafka|jdbc:[a-z]{2,20}|s3)://|mailto:|tel:\\+?(?=\\d))"
                            + "[^\\s<>\"`{}|\\\\^\\p{Cntrl}\u201C\u201D\u00AB\u00BB]{1,2000}" + PATH_END),
            rule(
                    SpanKind.EMAIL,
                    "@",
                    "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}_%+-](?:[\\p{L}\\p{N}._%+-]{0,62}[\\p{L}\\p{N}_%+-])?@"
                            + DOMAIN),
            rule(SpanKind.URL, ".", WORD_START + "www\\.[^\\s<>\"`{}|\\\\^]{1,2000}" + PATH_END),
            rule(
                    SpanKind.URL,
                    ".",
                    "(?<![\\p{L}\\p{N}_@.-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,4}" + TLD
                            + "(?![\\p{L}\\p{N}_-])(?!\\.[\\p{L}\\p{N}])(?::\\d{2,5})?(?:[/?#][^\\s<>\"`{}|\\\\^]{0,2000}"
                            + PATH_END + ")?"),
            rule(
                    SpanKind.PLACEHOLDER,
                    "{",
                    "\\{\\{\\{[^{}\\r\\n]{1,200}\\}\\}\\}|\\{\\{[^{}\\r\\n]{1,200}\\}\\}|[$#%@]?\\{[^{}\\r\\n]{0,200}\\}"
                            + "|\\{[^{}\\r\\n]{1,100}(?:\\{[^{}\\r\\n]{0,100}\\}[^{}\\r\\n]{0,50}){1,12}\\}"),
            rule(
                    SpanKind.PLACEHOLDER,
                    "%",
                    "(?<![\\p{L}\\p{N}%])%(?:\\([A-Za-z_][A-Za-z0-9_]{0,60}\\)[#0 +-]?[0-9]{0,3}(?:\\.[0-9]{1,3})?[diouxXeEfFgGcrsa]"
                            + "|(?:[1-9][0-9]?\\$)?[#0+-]?[0-9]{0,3}(?:\\.[0-9]{1,3})?(?:l{0,2}|h|z)[diuxXeEfFgGcsSpn@])(?![\\p{L}\\p{N}])"
                            + "|%%[A-Za-z_]{1,60}%%|(?<![\\p{N}%])%[A-Z][A-Z0-9_]{1,60}%"),
            rule(SpanKind.PLACEHOLDER, "[", "\\[\\[[^\\[\\]\\r\\n]{1,100}\\]\\]|\\[%[^\\[\\]\\r\\n]{1,100}%\\]"),
            rule(SpanKind.PLACEHOLDER, "$", "(?<![\\p{L}\\p{N}$])\\$[A-Za-z_][A-Za-z0-9_]{1,60}" + WORD_END),
            rule(
                    SpanKind.PATH,
                    "\\",
                    "(?<![\\p{L}\\p{N}])(?:[A-Za-z]:\\\\|\\\\\\\\)[^\\s<>\"|?*:\\r\\n]{1,500}" + PATH_END),
            rule(
                    SpanKind.PATH,
                    "/",
                    "(?<![\\p{L}\\p{N}_/.:<])(?:~|\\.{1,2})?(?:/[\\p{L}\\p{N}_.@%+=-]{1,100}){2,40}/?" + PATH_END
                            + "|(?<![\\p{L}\\p{N}_/.:<])(?:~|\\.{1,2})/[\\p{L}\\p{N}_.@%+=-]{1,100}" + PATH_END
                            + "|(?<![\\p{L}\\p{N}_/.])(?:[\\p{L}\\p{N}_-]{1,60}/){1,20}[\\p{L}\\p{N}_-]{1,60}\\.[a-z][a-z0-9]{1,4}"
                            + WORD_END),
            rule(
                    SpanKind.PATH,
                    ".",
                    WORD_START
                            + "[\\p{L}\\p{N}_][\\p{L}\\p{N}_-]{0,80}\\.(?:pdf|docx?|xlsx?|pptx?|csv|tsv|txt|md|json|ya?ml|xml|html?|css|jsx?|tsx?|java|py|rb|go|rs|kt|cpp|sh|bat|exe|msi|dmg|zip|tar|gz|rar|7z|jpe?g|png|gif|svg|webp|mp[34]|mov|avi|wav|log|ini|cfg|conf|toml|properties|sql|db|jar|onnx)"
                            + "(?:\\.(?:gz|bak|zip|old|bz2))?" + WORD_END),
            rule(
                    SpanKind.HASH,
                    "0123456789",
                    "(?<![\\p{L}\\p{N}-])[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}(?![\\p{L}\\p{N}-])"
                            + "|(?<![\\p{L}\\p{N}-])(?:0x)?(?=[a-fA-F]{0,40}[0-9])(?=[0-9]{0,40}[a-fA-F])[0-9a-fA-F]{7,128}(?![\\p{L}\\p{N}-])"),
            rule(
                    SpanKind.HANDLE,
                    "@",
                    "(?<![\\p{L}\\p{N}_@./])@[\\p{L}_][\\p{L}\\p{N}_-]{0,60}(?:\\.[\\p{L}\\p{N}_]{1,40}){0,3}(?![\\p{L}\\p{N}_@])"),
            rule(
                    SpanKind.CODE,
                    "#",
                    "(?<![\\p{L}\\p{N}&#/])#(?=[\\p{Lu}-]{0,20}\\p{N})[\\p{Lu}\\p{N}](?:[\\p{Lu}\\p{N}./-]{0,60}[\\p{Lu}\\p{N}])?(?![\\p{L}\\p{N}])"),
            rule(SpanKind.HASHTAG, "#", "(?<![\\p{L}\\p{N}&#/])#[\\p{L}\\p{N}_]{0,60}\\p{L}[\\p{L}\\p{N}_]{0,60}"),
            rule(
                    SpanKind.CODE,
                    "+(",
                    "(?<![\\p{L}\\p{N}])\\+\\d{1,3}(?:[ ./-]?\\(?\\d{1,5}\\)?){2,6}(?![\\p{L}\\p{N}])"),
            rule(
                    SpanKind.CODE,
                    "0123456789",
                    "(?<![\\p{L}\\p{N}_.,-])(?=[\\p{L}_/.-]{0,40}\\p{N})(?=[\\p{N}_/.:-]{0,40}\\p{L})(?!\\p{N}{1,6}(?:[.,]\\p{N}{1,6})?(?:st|nd|rd|th|s|er|ers|re|e|ème|de|[kcmµ]?[mg]|[kcmd]?[lL]|km|mb|gb|tb|kb|MB|GB|TB|KB|kW|kWh|W|V|A|Hz|kHz|MHz|GHz|h|min|sec|ms|am|pm|AM|PM|a|p|x|k|K|M|bn|°[CF]|in|ft|lbs?|oz|D|€|EUR|USD)(?![\\p{L}\\p{N}]))(?!\\p{N}{1,2}(?:h|:)\\p{N}{2}(?:am|pm|AM|PM|h)?(?![\\p{L}\\p{N}]))"
                            + "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_/.-]{0,60}[\\p{L}\\p{N}])(?![\\p{L}\\p{N}_])"),
            rule(
                    SpanKind.CODE,
                    ".",
                    "(?<![\\p{L}\\p{N}.,-])(?:v\\d{1,4}(?:\\.\\d{1,5}){1,3}|\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d{2,5})?(?:/\\d{1,2})?)(?![\\p{L}\\p{N}]|\\.\\d)"));

    private static SpanRule rule(SpanKind kind, String triggers, String expression) {
        return new SpanRule(kind, triggers, Pattern.compile(expression));
    }

    boolean mayBeIn(String text) {
        for (int i = 0; i < triggers.length(); i++) {
            if (text.indexOf(triggers.charAt(i)) >= 0) {
                return true;
            }
        }
        return triggers.isEmpty();
    }
}
