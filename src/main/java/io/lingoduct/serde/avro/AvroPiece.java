package io.lingoduct.serde.avro;

import java.util.List;

/** A place of an Avro record that may be written anew; places are in the order of the bytes, and none overlaps another. */
sealed interface AvroPiece {

    /** Offset of the first byte replaced. */
    int start();

    /** Offset after the last byte replaced. */
    int end();

    /**
     * A text, its length included.
     *
     * @param text index of the text
     */
    record Text(int start, int end, int text) implements AvroPiece {}

    /**
     * A field beside a text, there already or added.
     *
     * @param branch of the union that the field is, or {@link #NO_UNION}
     * @param text index of the text, or {@link #NULL} if the branch holds nothing
     */
    record Field(int start, int end, int branch, int text) implements AvroPiece {

        static final int NO_UNION = -1;
        static final int NULL = -1;
    }

    /** The field that takes the estimate of quality. */
    record Estimate(int start, int end, EstimateField field) implements AvroPiece {}

    /**
     * A part of an array or map that tells its size in bytes.
     *
     * @param start offset of the size
     * @param contentStart offset after the size
     * @param content places within, at least one
     */
    record Block(int start, int contentStart, int end, List<AvroPiece> content) implements AvroPiece {}
}
