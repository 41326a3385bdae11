package io.lingoduct.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;

public final class MalformedInput {

    private MalformedInput() {}

    /** Passes if the bytes are decoded or refused as malformed; any other exception or error fails the test. */
    public static void assertDecodesOrRefuses(MessageFormat format, byte[] value) {
        try {
            assertThat(format.decode(value).texts()).hasSize(1);
        } catch (MalformedMessageException e) {
            assertThat(e).hasMessageNotContaining("\n").message().isNotBlank();
        }
    }

    /**
     * Passes if the bytes are refused as malformed, or decoded and, with every text as its own translation, encoded to the
     * same bytes.
     */
    public static void assertKeepsOrRefuses(MessageFormat format, byte[] value) {
        try {
            assertThat(Translations.identity(format, value)).isEqualTo(value);
        } catch (MalformedMessageException e) {
            assertThat(e).hasMessageNotContaining("\n").message().isNotBlank();
        }
    }

    /** Every value that is one byte or more too short must be refused. */
    public static void assertRefusesEveryTruncation(MessageFormat format, byte[] value) {
        for (int length = 0; length < value.length; length++) {
            var truncated = Arrays.copyOf(value, length);
            assertThatThrownBy(() -> format.decode(truncated))
                    .as("%d of %d bytes", length, value.length)
                    .isInstanceOf(MalformedMessageException.class);
        }
    }
}
