package io.lingoduct.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Keeps passwords and the like out of messages and logs. A key is judged by the words of its name, whatever product it belongs
 * to; within the value of any other key the secrets are found by their form. In doubt a value is masked: to hide one too many
 * costs a look into the file.
 */
public final class Secrets {

    /** The text that is shown instead of a secret. */
    public static final String MASK = "********";

    private static final Pattern WORD_BREAK =
            Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

    /** A word with one of these in it makes the whole name secret. */
    private static final List<String> WITHIN =
            List.of("password", "passwd", "passphrase", "passcode", "secret", "credential", "jaas", "authorization");

    /** A name with one of these words is secret, also where the word is the end of a longer one, as in {@code dbpwd}. */
    private static final List<String> ENDINGS = List.of("pwd", "token", "cookie", "creds");

    /** A name that ends in one of these words is secret, also where the word is the end of a longer one, as in {@code apikey}. */
    private static final List<String> LAST_ENDINGS = List.of("key", "auth", "pass", "assertion", "signature", "sig");

    private static final List<String> NAME_ENDINGS = List.of(
            "user info",
            "connection string",
            "certificate chain",
            "truststore certificates",
            "shared access signature");

    /** A name that ends in one of these speaks of a secret and does not hold it. */
    private static final Set<String> ABOUT = Set.of(
            "algorithm",
            "bytes",
            "class",
            "count",
            "enable",
            "enabled",
            "endpoint",
            "factory",
            "file",
            "format",
            "handler",
            "id",
            "interval",
            "lifetime",
            "limit",
            "location",
            "max",
            "min",
            "ms",
            "name",
            "path",
            "provider",
            "scope",
            "seconds",
            "size",
            "source",
            "timeout",
            "type",
            "uri",
            "url");

    private static final Pattern PRIVATE_KEY = Pattern.compile("(?s)-----BEGIN [A-Z ]*PRIVATE KEY-----.*");
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)\\S*@");
    private static final Pattern SCHEME = Pattern.compile("(?i)\\b(bearer|basic)\\s+[\\w.~+/=-]{6,}");
    private static final Pattern ASSIGNMENT = Pattern.compile("([\\p{L}\\d_.-]+)(\\s*=\\s*|\"\\s*:\\s*)"
            + "(?:\"(?:[^\"\\\\]|\\\\.)*\"?|'(?:[^'\\\\]|\\\\.)*'?|[^\\s&;,#\"'}]+)");

    private Secrets() {}

    /** Whether the value under this key must not be shown, judged by the words of the key's name. */
    public static boolean isSecret(String key) {
        var words = Arrays.stream(WORD_BREAK.split(key))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        if (words.isEmpty()) {
            return false;
        }
        var last = words.get(words.size() - 1);
        var name = String.join(" ", words);
        return !ABOUT.contains(last)
                && (NAME_ENDINGS.stream().anyMatch(name::endsWith)
                        || LAST_ENDINGS.stream().anyMatch(last::endsWith)
                        || words.contains("bearer")
                        || words.stream().anyMatch(Secrets::isSecretWord));
    }

    /** {@link #MASK} where the key names a secret; or else the value with the secrets in it masked. */
    public static String mask(String key, String value) {
        return isSecret(key) ? MASK : maskWithin(value);
    }

    /** The same keys with secret values masked, sorted; for showing. */
    public static Map<String, String> mask(Map<String, String> values) {
        var masked = new TreeMap<String, String>();
        values.forEach((key, value) -> masked.put(key, mask(key, value)));
        return masked;
    }

    /**
     * A text with the secrets in it masked: user and password of an address, assignments such as {@code token=} in its query
     * or {@code password=} in a login, bearer tokens, private keys.
     */
    public static String maskWithin(String text) {
        var masked = PRIVATE_KEY.matcher(text).replaceAll(MASK);
        masked = USER_INFO.matcher(masked).replaceAll(MASK + "@");
        masked = SCHEME.matcher(masked).replaceAll("$1 " + MASK);
        return ASSIGNMENT
                .matcher(masked)
                .replaceAll(assignment -> isSecret(assignment.group(1)) ? "$1$2" + MASK : "$0");
    }

    private static boolean isSecretWord(String word) {
        return WITHIN.stream().anyMatch(word::contains) || ENDINGS.stream().anyMatch(word::endsWith);
    }
}
