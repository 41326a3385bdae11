package io.lingoduct.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;

/**
 * Rule that tells administrators from others: with a token, whoever shows it, from wherever; without one, whoever is on this
 * machine. Requests that a proxy on this machine hands on come from somewhere else.
 */
final class Administrators {

    private static final String SCHEME = "Bearer ";
    private static final List<String> HANDED_ON = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

    private final byte[] token;

    /**
     * @param token null where none is needed
     */
    Administrators(String token) {
        this.token = token == null ? null : digest(token);
    }

    /** The answer to a request for administrators by somebody who is none; empty if it is one. */
    Optional<Answer> refuse(InetAddress peer, HttpFields headers) {
        if (token != null) {
            return shows(headers.get("Authorization"))
                    ? Optional.empty()
                    : Optional.of(Answer.error(401, "this needs the header Authorization: Bearer with admin-token")
                            .with("WWW-Authenticate", "Bearer realm=\"lingoduct\""));
        }
        if (peer.isLoopbackAddress() && HANDED_ON.stream().noneMatch(headers::contains)) {
            return Optional.empty();
        }
        return Optional.of(
                Answer.error(403, "only from the machine that the service runs on, unless admin-token is set"));
    }

    private boolean shows(String authorization) {
        return authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(
                        token, digest(authorization.substring(SCHEME.length()).strip()));
    }

    // Of digests, the time that a comparison takes does not even tell how long the token is.
    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
