package io.lingoduct.serde;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes an Avro record with translations in the places of {@link AvroPiece}s, and with every other byte as it was. */
final class AvroSplicer {

    private static final int BITS_IN_A_BYTE = 7;
    private static final int MORE = 0x80;

    private final byte[] value;
    private final List<String> texts;
    private final List<TranslatedField> translations;

    AvroSplicer(byte[] value, List<String> texts, List<TranslatedField> translations) {
        this.value = value;
        this.texts = texts;
        this.translations = translations;
    }

    /**
     * @param start offset of the first byte to write
     * @param end offset after the last one
     * @param pieces all between the two
     */
    byte[] splice(int start, int end, List<AvroPiece> pieces) {
        var out = new ByteArrayOutputStream(end - start + (end - start) / 4);
        int done = start;
        for (var piece : pieces) {
            out.write(value, done, piece.start() - done);
            done = piece.end();
            if (piece instanceof AvroPiece.Text text) {
                write(text, out);
            } else if (piece instanceof AvroPiece.Field field) {
                write(field, out);
            } else if (piece instanceof AvroPiece.Block block) {
                write(block, out);
            }
        }
        out.write(value, done, end - done);
        return out.toByteArray();
    }

    // The same text keeps its bytes: a length can be spelt in several ways.
    private void write(AvroPiece.Text piece, ByteArrayOutputStream out) {
        var translation = translations.get(piece.text()).text();
        if (translation.equals(texts.get(piece.text()))) {
            out.write(value, piece.start(), piece.end() - piece.start());
        } else {
            writeString(translation, out);
        }
    }

    private void write(AvroPiece.Field field, ByteArrayOutputStream out) {
        if (field.branch() != AvroPiece.Field.NO_UNION) {
            writeLong(field.branch(), out);
        }
        if (field.text() != AvroPiece.Field.NULL) {
            writeString(translations.get(field.text()).text(), out);
        }
    }

    private void write(AvroPiece.Block block, ByteArrayOutputStream out) {
        var content = splice(block.contentStart(), block.end(), block.content());
        if (content.length == block.end() - block.contentStart()) {
            out.write(value, block.start(), block.contentStart() - block.start());
        } else {
            writeLong(content.length, out);
        }
        out.writeBytes(content);
    }

    private static void writeString(String text, ByteArrayOutputStream out) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        writeLong(bytes.length, out);
        out.writeBytes(bytes);
    }

    private static void writeLong(long number, ByteArrayOutputStream out) {
        long rest = number << 1 ^ number >> Long.SIZE - 1;
        while ((rest & -MORE) != 0) {
            out.write((int) (rest & (MORE - 1)) | MORE);
            rest >>>= BITS_IN_A_BYTE;
        }
        out.write((int) rest);
    }
}
