package io.lingoduct.serde.avro;

import io.lingoduct.serde.FieldMapping;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** Random records of a schema with every type of Avro, and their encodings. */
public final class Articles {

    public static final Schema SCHEMA = new Schema.Parser()
            .parse(
                    """
            {"type": "record", "name": "Article", "namespace": "news", "doc": "An article", "owner": "us", "fields": [
              {"name": "id", "type": "int", "doc": "its number"},
              {"name": "title", "type": "string"},
              {"name": "subtitle", "type": ["null", "string"], "default": null},
              {"name": "price", "type": {"type": "bytes", "logicalType": "decimal", "precision": 9, "scale": 2}},
              {"name": "created", "type": {"type": "long", "logicalType": "timestamp-millis"}},
              {"name": "state", "type": {"type": "enum", "name": "State", "symbols": ["NEW", "OLD"], "default": "NEW"}},
              {"name": "hash", "type": {"type": "fixed", "name": "Hash", "size": 4}},
              {"name": "comments", "type": {"type": "array", "items": {"type": "record", "name": "Comment", "fields": [
                {"name": "author", "type": "string", "aliases": ["writer"]},
                {"name": "body", "type": "string"},
                {"name": "replies", "type": {"type": "array", "items": "Comment"}}]}}},
              {"name": "labels", "type": {"type": "map", "values": "string"}},
              {"name": "sections", "type": {"type": "map", "values": {"type": "array", "items": ["string", "null"]}}},
              {"name": "parent", "type": ["null", "Article"], "default": null},
              {"name": "score", "type": "double", "default": 0.5},
              {"name": "weight", "type": "float"},
              {"name": "shown", "type": "boolean"}]}
            """);

    public static final Schema COMMENT = SCHEMA.getField("comments").schema().getElementType();

    private static final int MAX_DEPTH = 2;

    private final Random random;
    private final UnaryOperator<String> translator;

    private Articles(long seed, UnaryOperator<String> translator) {
        this.random = new Random(seed);
        this.translator = translator;
    }

    /**
     * The article of a seed.
     *
     * @param translator applied to title, subtitle, comments[].body, labels.* and sections.*[]
     */
    public static GenericRecord article(long seed, UnaryOperator<String> translator) {
        return new Articles(seed, translator).article(0);
    }

    public static List<FieldMapping> fields() {
        return List.of(
                FieldMapping.inPlace("title"),
                FieldMapping.inPlace("subtitle"),
                FieldMapping.inPlace("comments[].body"),
                FieldMapping.inPlace("labels.*"),
                FieldMapping.inPlace("sections.*[]"));
    }

    private GenericRecord article(int depth) {
        UnaryOperator<String> top = depth == 0 ? translator : text -> text;
        var article = new GenericData.Record(SCHEMA);
        article.put("id", random.nextInt());
        article.put("title", top.apply(text()));
        article.put("subtitle", random.nextBoolean() ? null : top.apply(text()));
        article.put("price", ByteBuffer.wrap(bytes(random.nextInt(5))));
        article.put("created", random.nextLong());
        article.put(
                "state",
                new GenericData.EnumSymbol(SCHEMA.getField("state").schema(), random.nextBoolean() ? "NEW" : "OLD"));
        article.put("hash", new GenericData.Fixed(SCHEMA.getField("hash").schema(), bytes(4)));
        article.put("comments", list(() -> comment(top, 0)));
        var labels = new LinkedHashMap<String, Object>();
        list(this::text).forEach(key -> labels.put(key, top.apply(text())));
        article.put("labels", labels);
        var sections = new LinkedHashMap<String, Object>();
        list(this::text)
                .forEach(key -> sections.put(key, list(() -> random.nextInt(4) == 0 ? null : top.apply(text()))));
        article.put("sections", sections);
        article.put("parent", depth < MAX_DEPTH && random.nextBoolean() ? article(depth + 1) : null);
        article.put("score", random.nextDouble());
        article.put("weight", random.nextFloat());
        article.put("shown", random.nextBoolean());
        return article;
    }

    private GenericRecord comment(UnaryOperator<String> bodies, int depth) {
        var comment = new GenericData.Record(COMMENT);
        comment.put("author", text());
        comment.put("body", bodies.apply(text()));
        comment.put("replies", depth < MAX_DEPTH ? list(() -> comment(text -> text, depth + 1)) : List.of());
        return comment;
    }

    private <T> List<T> list(Supplier<T> element) {
        var list = new ArrayList<T>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(element.get());
        }
        return list;
    }

    private String text() {
        return "\u00e9x\ud83d\ude00 ".repeat(random.nextInt(12)) + random.nextInt(10_000);
    }

    private byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    public static byte[] encode(Schema schema, Object datum) {
        var out = new ByteArrayOutputStream();
        return write(schema, datum, EncoderFactory.get().binaryEncoder(out, null), out);
    }

    /** With arrays and maps in several parts that tell their sizes. */
    public static byte[] encodeInBlocks(Schema schema, Object datum) {
        var out = new ByteArrayOutputStream();
        return write(schema, datum, new EncoderFactory().configureBlockSize(64).blockingBinaryEncoder(out, null), out);
    }

    private static byte[] write(Schema schema, Object datum, BinaryEncoder encoder, ByteArrayOutputStream out) {
        try {
            new GenericDatumWriter<>(schema, plainData()).write(datum, encoder);
            encoder.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Object read(Schema writer, Schema reader, byte[] bytes) {
        try {
            var in = DecoderFactory.get().binaryDecoder(bytes, null);
            var datum = new GenericDatumReader<>(writer, reader, plainData()).read(null, in);
            if (!in.isEnd()) {
                throw new AssertionError("bytes follow the record");
            }
            return datum;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GenericData plainData() {
        return new GenericData();
    }
}
