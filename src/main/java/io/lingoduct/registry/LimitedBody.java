package io.lingoduct.registry;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The body of an answer, read up to a limit; of one that is longer nothing is kept, and the rest is not read. */
final class LimitedBody implements BodySubscriber<LimitedBody.Body> {

    /** The most that is read of an answer. Registries themselves take schemas of about a million bytes. */
    static final int MAX_BYTES = 4 << 20;

    /**
     * What was read.
     *
     * @param text in UTF-8; empty if the body is too long
     */
    record Body(String text, boolean tooLong) {}

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
