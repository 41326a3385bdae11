package io.lingoduct.admin;

import java.util.Map;

/**
 * Answer to a request.
 *
 * @param headers beside those that every answer has
 * @param body JSON, in ASCII
 */
record Answer(int status, Map<String, String> headers, String body) {

    static Answer ok(String body) {
        return new Answer(200, Map.of(), body);
    }

    static Answer of(int status, String body) {
        return new Answer(status, Map.of(), body);
    }

    static Answer error(int status, String reason) {
        return new Answer(status, Map.of(), AdminJson.error(reason));
    }

    Answer with(String header, String value) {
        return new Answer(status, Map.of(header, value), body);
    }
}
