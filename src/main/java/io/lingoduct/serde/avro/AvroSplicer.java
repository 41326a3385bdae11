package io.lingoduct.serde.avro;

import io.lingoduct.serde.OutputSize;
import io.lingoduct.serde.OutputTooLargeException;
import io.lingoduct.serde.OutputValue;
import io.lingoduct.serde.TranslatedField;
import io.lingoduct.serde.avro.framing.FramedRecord;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes an Avro record with translations in the places of {@link AvroPiece}s, and with every other byte as it was. Its size, and
 * that of each block in it, is worked out first.
 */
final class AvroSplicer {

    private final byte[] value;
    private final int start;
    private final List<String> texts;
    private final List<TranslatedField> translations;
    private final List<AvroPiece> pieces;
    private final double estimate;
    private final Map<AvroPiece.Block, Long> contentSizes = new IdentityHashMap<>();
    private final long size;

    /**
     * @param pieces all of the record
     * @param estimate of quality, in 0…1 or not a number
     */
    AvroSplicer(
            FramedRecord record,
            List<String> texts,
            List<TranslatedField> translations,
            List<AvroPiece> pieces,
            double estimate) {
        this.value = record.value();
        this.start = record.start();
        this.texts = texts;
        this.translations = translations;
        this.pieces = pieces;
        this.estimate = estimate;
        this.size = size(start, value.length, pieces);
    }

    /** Size of the record with the translations, in bytes. */
    long size() {
        return size;
    }

    /**
     * The record with the translations.
     *
     * @throws OutputTooLargeException if no array can hold it
     */
    byte[] splice() {
        var out = new OutputValue(OutputSize.within(size, Long.MAX_VALUE));
        splice(start, value.length, pieces, out);
        return out.written();
    }

    private long size(int from, int end, List<AvroPiece> within) {
        long bytes = end - from;
        for (var piece : within) {
            bytes += size(piece) - (piece.end() - piece.start());
        }
        return bytes;
    }

    private long size(AvroPiece piece) {
        if (piece instanceof AvroPiece.Text text) {
            return isKept(text) ? text.end() - text.start() : AvroBytes.size(translation(text.text()));
        }
        if (piece instanceof AvroPiece.Field field) {
            return (field.branch() == AvroPiece.Field.NO_UNION ? 0 : AvroBytes.size(field.branch()))
                    + (field.text() == AvroPiece.Field.NULL ? 0 : AvroBytes.size(translation(field.text())));
        }
        if (piece instanceof AvroPiece.Estimate place) {
            return place.field().size(estimate);
        }
        var block = (AvroPiece.Block) piece;
        long content = size(block.contentStart(), block.end(), block.content());
        contentSizes.put(block, content);
        return content + (isKept(block) ? block.contentStart() - block.start() : AvroBytes.size(content));
    }

    private void splice(int from, int end, List<AvroPiece> within, OutputValue out) {
        int done = from;
        for (var piece : within) {
            out.write(value, done, piece.start() - done);
            done = piece.end();
            if (piece instanceof AvroPiece.Text text) {
                write(text, out);
            } else if (piece instanceof AvroPiece.Field field) {
                write(field, out);
            } else if (piece instanceof AvroPiece.Estimate place) {
                place.field().write(estimate, out);
            } else if (piece instanceof AvroPiece.Block block) {
                write(block, out);
            }
        }
        out.write(value, done, end - done);
    }

    private void write(AvroPiece.Text piece, OutputValue out) {
        if (isKept(piece)) {
            out.write(value, piece.start(), piece.end() - piece.start());
        } else {
            AvroBytes.write(translation(piece.text()), out);
        }
    }

    private void write(AvroPiece.Field field, OutputValue out) {
        if (field.branch() != AvroPiece.Field.NO_UNION) {
            AvroBytes.write(field.branch(), out);
        }
        if (field.text() != AvroPiece.Field.NULL) {
            AvroBytes.write(translation(field.text()), out);
        }
    }

    private void write(AvroPiece.Block block, OutputValue out) {
        if (isKept(block)) {
            out.write(value, block.start(), block.contentStart() - block.start());
        } else {
            AvroBytes.write(contentSizes.get(block), out);
        }
        splice(block.contentStart(), block.end(), block.content(), out);
    }

    // The same text keeps its bytes: a length can be spelt in several ways.
    private boolean isKept(AvroPiece.Text piece) {
        return translation(piece.text()).equals(texts.get(piece.text()));
    }

    // And so does the size of a block that stays as long as it was.
    private boolean isKept(AvroPiece.Block block) {
        return contentSizes.get(block) == block.end() - block.contentStart();
    }

    private String translation(int text) {
        return translations.get(text).text();
    }
}
