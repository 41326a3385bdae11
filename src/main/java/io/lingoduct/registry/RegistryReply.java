package io.lingoduct.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.lingoduct.observe.Printable;

/**
 * What the registry said at last.
 *
 * @param status HTTP status
 * @param body the JSON of the answer; the missing node if it is something else, such as a proxy's page
 * @param tooLong whether the answer was longer than what is read, and so is not here
 */
record RegistryReply(int status, JsonNode body, boolean tooLong) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static RegistryReply of(int status, LimitedBody.Body body) {
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
}
