package io.lingoduct.serde;

import static org.assertj.core.api.Assertions.assertThat;

final class MalformedInput {

    private MalformedInput() {}

    /** Passes if the bytes are decoded or refused as malformed; any other exception or error fails the test. */
    static void assertDecodesOrRefuses(MessageFormat format, byte[] value) {
        try {
            assertThat(format.decode(value).texts()).hasSize(1);
        } catch (MalformedMessageException e) {
            assertThat(e).hasMessageNotContaining("\n").message().isNotBlank();
        }
    }
}
