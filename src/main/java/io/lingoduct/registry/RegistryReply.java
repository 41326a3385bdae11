package io.lingoduct.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.lingoduct.observe.Printable;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * The last answer of the registry to a request.
 *
 * @param status HTTP status
 * @param body the JSON of the answer; the missing node if it is something else, such as a proxy's page
 * @param tooLong whether the answer was longer than what is read, and so is not here
 */
record RegistryReply(int status, JsonNode body, boolean tooLong) {

    /** The most that is read of an answer. Registries themselves take schemas of about a million bytes. */
    static final int MAX_BYTES = 4 << 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    static RegistryReply of(int status, Body body) {
        try {
            return new RegistryReply(status, JSON.readTree(body.text()), body.tooLong());
        } catch (JsonProcessingException e) {
            return new RegistryReply(status, MissingNode.getInstance(), body.tooLong());
        }
    }

    boolean isOk() {
        return status / 100 == 2;
    }

    /** The registry's own code for an error, such as 40403; 0 if it gave none. */
    int errorCode() {
        return body.path("error_code").asInt(0);
    }

    /** The registry's own words about an error, on one line and without control characters; empty if it said nothing. */
    String message() {
        return Printable.sentence(body.path("message").asText(""));
    }

    /** Status, code and words, as far as they were given. */
    String describe() {
        var text = new StringBuilder("status ").append(status);
        if (errorCode() != 0) {
            text.append(", code ").append(errorCode());
        }
        if (!message().isEmpty()) {
            text.append(": ").append(message());
        }
        return text.toString();
    }

    /**
     * The body of an answer.
     *
     * @param text in UTF-8; empty if the body is too long
     */
    record Body(String text, boolean tooLong) {}

    /** Reads the body of an answer up to a limit; of one that is longer nothing is kept, and the rest is not read. */
    static final class LimitedBody implements BodySubscriber<Body> {

        private final CompletableFuture<Body> body = new CompletableFuture<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private Flow.Subscription subscription;

        @Override
        public CompletionStage<Body> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Flow.Subscription newSubscription) {
            subscription = newSubscription;
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> parts) {
            for (var part : parts) {
                if (body.isDone()) {
                    return;
                }
                if (part.remaining() > MAX_BYTES - bytes.size()) {
                    bytes.reset();
                    subscription.cancel();
                    body.complete(new Body("", true));
                } else {
                    var read = new byte[part.remaining()];
                    part.get(read);
                    bytes.writeBytes(read);
                }
            }
        }

        @Override
        public void onError(Throwable failure) {
            body.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            body.complete(new Body(bytes.toString(StandardCharsets.UTF_8), false));
        }
    }
}
