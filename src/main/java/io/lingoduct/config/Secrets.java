package io.lingoduct.config;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Keeps passwords and the like out of messages and logs. */
public final class Secrets {

    /** What is shown instead of a secret. */
    public static final String MASK = "********";

    private static final Set<String> WORDS = Set.of(
            "password", "passwd", "passphrase", "jaas", "secret", "token", "credential", "credentials", "assertion");
    private static final Set<String> NAMES = Set.of("ssl.keystore.key", "basic.auth.user.info", "api.key", "api-key");

    private Secrets() {}

    /** Whether the value under this key must not be shown, judged by the words of the key's name. */
    public static boolean isSecret(String key) {
        var name = key.toLowerCase(Locale.ROOT);
        if (NAMES.stream().anyMatch(name::endsWith)) {
            return true;
        }
        for (var word : name.split("[^a-z0-9]+")) {
            if (WORDS.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** The value, or {@link #MASK} where the key names a secret. */
    public static String mask(String key, String value) {
        return isSecret(key) ? MASK : value;
    }

    /** The same keys with secret values masked, sorted; for showing. */
    public static Map<String, String> mask(Map<String, String> values) {
        var masked = new TreeMap<String, String>();
        values.forEach((key, value) -> masked.put(key, mask(key, value)));
        return masked;
    }
}
