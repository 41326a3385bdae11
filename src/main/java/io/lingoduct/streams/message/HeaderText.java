package io.lingoduct.streams.message;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Headers whose values are UTF-8 text. */
final class HeaderText {

    private HeaderText() {}

    /** The value without white space around it; empty text where there is none. */
    static String of(Header header) {
        return header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8).strip();
    }

    /** The value of the last header with this name; empty where there is none or it is blank. */
    static Optional<String> last(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name)).map(HeaderText::of).filter(text -> !text.isEmpty());
    }
}
