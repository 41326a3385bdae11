package io.lingoduct.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.lingoduct.observe.Printable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests to the registry, repeated while the reason of a failure may pass: no connection, a broken one, no answer in time,
 * the status 408, 429 or 5xx. Every request of the API may be repeated safely: registering a schema again gives the same id.
 */
final class RegistryHttp {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryHttp.class);
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";

    private final RegistrySettings settings;
    private final Backoff backoff;
    private final String root;
    private final String authorization;
    private final HttpClient client;

    /** @throws IllegalArgumentException if the TLS settings do not hold */
    RegistryHttp(RegistrySettings settings, Backoff backoff) {
        this.settings = settings;
        this.backoff = backoff;
        this.root = settings.url().toString().replaceAll("/+$", "");
        this.authorization = authorization(settings);
        // Redirects are not followed: the client would take the credentials along to another host.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.timeout())
                .sslContext(settings.tls().context())
                .build();
    }

    /**
     * @param path below the root, encoded
     * @throws RegistryUnavailableException if no answer came in all attempts
     */
    RegistryReply get(String path) {
        return exchange(request(path).GET().build());
    }

    /**
     * @param path below the root, encoded
     * @throws RegistryUnavailableException if no answer came in all attempts
     */
    RegistryReply post(String path, JsonNode body) {
        return exchange(request(path)
                .header("Content-Type", MEDIA_TYPE)
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** True if the registry lets this client in, but not this far, or not at all. */
    static boolean isDenied(RegistryReply reply) {
        return reply.status() == 401 || reply.status() == 403;
    }

    /**
     * For an answer that the API does not foresee: says what may be wrong with the settings.
     *
     * @return a {@link RegistryDeniedException} or a {@link RegistryUnavailableException}
     */
    RuntimeException unexpected(RegistryReply reply) {
        var what = "the registry at " + root + " answered with " + reply.describe() + "; ";
        if (isDenied(reply)) {
            return new RegistryDeniedException(what + "check the credentials and what they allow");
        }
        var advice =
                switch (reply.status()) {
                    case 301, 302, 303, 307, 308 -> "redirects are not followed: set the url that they lead to";
                    default -> "check that the url is the root of a Confluent REST API";
                };
        return new RegistryUnavailableException(what + advice);
    }

    private HttpRequest.Builder request(String path) {
        var request =
                HttpRequest.newBuilder(URI.create(root + path)).header("Accept", MEDIA_TYPE + ", application/json");
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    private RegistryReply exchange(HttpRequest request) {
        try {
            for (int failures = 1; ; failures++) {
                try {
                    return attempt(request);
                } catch (IOException e) {
                    var fault = request.method() + " "
                            + Printable.sentence(request.uri().toString()) + ": " + describe(e);
                    if (failures > settings.retries()) {
                        throw new RegistryUnavailableException(
                                "the registry gave no usable answer in " + failures + " attempts, the last one: "
                                        + fault,
                                cause(e));
                    }
                    LOG.warn("The registry gave no usable answer and is asked again: {}", fault);
                }
                backoff.pause(failures);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException("interrupted while waiting for the registry at " + root, e);
        }
    }

    /** The client's own limit ends with the headers of the answer; this one holds for the body, too. */
    private RegistryReply attempt(HttpRequest request) throws IOException, InterruptedException {
        var answer = client.sendAsync(request, head -> new RegistryReply.LimitedBody());
        try {
            var response = answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            var reply = RegistryReply.of(response.statusCode(), response.body());
            if (mayPass(reply.status())) {
                throw new IOException(reply.describe());
            }
            return reply;
        } catch (TimeoutException e) {
            throw new HttpTimeoutException(
                    "no answer within " + settings.timeout().toMillis() + " ms");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause
                    ? cause
                    : new IOException("the HTTP client failed", e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static boolean mayPass(int status) {
        return status >= 500 || status == 408 || status == 429;
    }

    private static String describe(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : Printable.sentence(e.getMessage());
    }

    // The client's own exceptions quote what it could not understand.
    private static Throwable cause(IOException e) {
        for (Throwable part = e; part != null; part = part.getCause()) {
            if (part.getMessage() != null && !Printable.isSentence(part.getMessage())) {
                return null;
            }
        }
        return e;
    }

    private static String authorization(RegistrySettings settings) {
        if (settings.bearerToken() != null) {
            return "Bearer " + settings.bearerToken();
        }
        if (settings.username() == null) {
            return null;
        }
        var pair = settings.username() + ":" + settings.password();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
