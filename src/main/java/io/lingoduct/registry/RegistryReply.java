package io.lingoduct.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What the registry said at last.
 *
 * @param status HTTP status
 * @param body the JSON of the answer; the missing node if it is something else, such as a proxy's page
 */
record RegistryReply(int status, JsonNode body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_MESSAGE = 500;

    static RegistryReply of(int status, String text) {
        try {
            return new RegistryReply(status, JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return new RegistryReply(status, MissingNode.getInstance());
        }
    }

    boolean isOk() {
        return status / 100 == 2;
    }

    /** The registry's own code for an error, such as 40403; 0 if it gave none. */
    int errorCode() {
        return body.path("error_code").asInt(0);
    }

    /** The registry's own words about an error, on one line; empty if it said nothing. */
    String message() {
        var message = body.path("message").asText("").replaceAll("\\s+", " ").strip();
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "…";
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
