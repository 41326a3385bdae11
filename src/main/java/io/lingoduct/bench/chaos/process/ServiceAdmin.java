package io.lingoduct.bench.chaos.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The admin server of an instance, seen from outside. */
public final class ServiceAdmin {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI url;

    ServiceAdmin(int port) {
        this.url = URI.create("http://127.0.0.1:" + port);
    }

    /**
     * Asks for something to be done.
     *
     * @throws EventFailed if the answer is no success
     */
    public void post(String path) {
        var answer = send(HttpRequest.newBuilder(url.resolve(path)).POST(BodyPublishers.noBody()));
        if (answer.statusCode() / 100 != 2) {
            throw new EventFailed("POST " + path + " was answered with status " + answer.statusCode());
        }
    }

    /** A route's state in upper case; empty if the service does not name the route. */
    public Optional<String> routeState(String route) {
        return StreamSupport.stream(get("/status").findParents("state").spliterator(), false)
                .filter(node -> node.path("name").asText().equals(route))
                .map(node -> node.path("state").asText().toUpperCase(Locale.ROOT))
                .findFirst();
    }

    /** Whether all models are of this version. */
    public boolean serves(String modelVersion) {
        return get("/models").findValuesAsText("version").stream().allMatch(modelVersion::equals);
    }

    private JsonNode get(String path) {
        var answer = send(HttpRequest.newBuilder(url.resolve(path)));
        if (answer.statusCode() != 200) {
            throw new EventFailed("GET " + path + " was answered with status " + answer.statusCode());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new EventFailed("GET " + path + " was not answered with JSON: " + e.getMessage());
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new EventFailed("the admin server at " + url + " does not answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking " + url, e);
        }
    }
}
