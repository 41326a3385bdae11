package io.lingoduct.serde.json;

import io.lingoduct.serde.ByteRange;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The place of the member that takes the estimate of quality, within the object that a value is.
 *
 * @param start offset of the first byte replaced
 * @param end offset after the last byte replaced; {@code start} where the member is inserted
 * @param before what stands before the number: nothing, or the name of a member that is inserted
 */
record EstimatePlace(int start, int end, String before) {

    private static final double HUNDREDTHS = 100;
    // 0.29 is a little less than 29 hundredths as a binary fraction.
    private static final double SLACK = 1e-9;

    static EstimatePlace replacing(ByteRange value) {
        return new EstimatePlace(value.start(), value.end(), "");
    }

    /** @param quotedName name of the member, as JSON writes it */
    static EstimatePlace inserting(int offset, String quotedName, boolean isFirst) {
        return new EstimatePlace(offset, offset, (isFirst ? "" : ",") + quotedName + ":");
    }

    /**
     * What stands there afterwards. Where nothing is known of the quality nothing is inserted, and an earlier estimate gives
     * way to null.
     *
     * @param estimate in 0…1, or not a number
     */
    byte[] bytes(double estimate) {
        if (Double.isNaN(estimate)) {
            return (before.isEmpty() ? "null" : "").getBytes(StandardCharsets.US_ASCII);
        }
        // Cut and not rounded, as in the header.
        double cut = Math.floor(estimate * HUNDREDTHS + SLACK) / HUNDREDTHS;
        return (before + String.format(Locale.ROOT, "%.2f", cut)).getBytes(StandardCharsets.UTF_8);
    }
}
