package io.lingoduct.admin;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.HostPort;

/**
 * Keeps web pages out that an administrator's browser has open. A page may post to any address, and says then where it
 * comes from ({@code Origin}, {@code Sec-Fetch-Site}); or it lets its own name point to this server, and then the browser
 * asks for it by that name ({@code Host}).
 */
final class WebPages {

    private static final String IPV4 = "\\d{1,3}(\\.\\d{1,3}){3}";
    private static final String FETCH_SITE = "Sec-Fetch-Site";
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private final Set<String> names;

    WebPages(AdminSettings settings) {
        this.names = Stream.concat(
                        Stream.of("localhost", settings.address().getHostString()), settings.hosts().stream())
                .map(WebPages::plain)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The answer to a request that a web page may have made; empty if none has. */
    Optional<Answer> refuse(boolean changes, HttpFields headers) {
        // Absent in HTTP/1.0 only, which no browser speaks.
        var host = headers.get(HttpHeader.HOST);
        if (host != null && !isOurs(host)) {
            return Optional.of(
                    refusal("this server is not called " + quoted(host) + "; if it should be, add it to admin-hosts"));
        }
        for (var origin : headers.getValuesList(HttpHeader.ORIGIN)) {
            if (host == null || !isOf(host.toLowerCase(Locale.ROOT), origin.toLowerCase(Locale.ROOT))) {
                return Optional.of(refusal("web pages of " + quoted(origin) + " have no business here"));
            }
        }
        var site = headers.get(FETCH_SITE);
        if (changes && site != null && !OWN_SITE.contains(site)) {
            return Optional.of(refusal("pages of other sites have no business here"));
        }
        return Optional.empty();
    }

    // Behind a proxy that speaks TLS, pages of this server come by https.
    private static boolean isOf(String host, String origin) {
        return origin.equals("http://" + host) || origin.equals("https://" + host);
    }

    private boolean isOurs(String authority) {
        try {
            var host = plain(new HostPort(authority).getHost());
            return host.startsWith("[") || host.matches(IPV4) || names.contains(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String plain(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static Answer refusal(String reason) {
        return Answer.error(403, reason);
    }

    private static String quoted(String header) {
        return Printable.of(header, AdminLimits.QUOTED_CHARS);
    }
}
