package io.lingoduct.serde.avro;

import io.lingoduct.observe.Printable;
import io.lingoduct.serde.DecodedMessage;
import io.lingoduct.serde.FieldMapping;
import io.lingoduct.serde.FieldPath;
import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.serde.MessageFormat;
import io.lingoduct.serde.ModelStamp;
import io.lingoduct.serde.OutputSize;
import io.lingoduct.serde.PathNode;
import io.lingoduct.serde.ReadFields;
import io.lingoduct.serde.TranslatedField;
import io.lingoduct.serde.avro.framing.FramedRecord;
import io.lingoduct.serde.avro.framing.SchemaFraming;
import io.lingoduct.serde.avro.schema.PerSchema;
import io.lingoduct.serde.avro.schema.SchemaShape;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The value is the user's own Avro record, of which the named fields are translated. Everything else is kept bit for bit, as
 * it is encoded: the record is never written anew, but the output is the input with the strings replaced. What changes
 * beside them is the size in bytes that a part of an array or map may tell.
 *
 * <p>The output has the writer's schema. Where a translation is added beside its text, that schema is extended: see
 * {@link #outputSchema}. A field that the schema lacks, and a null in a union, are skipped.
 */
public final class AvroRecordFormat implements MessageFormat {

    private static final Logger LOG = LoggerFactory.getLogger(AvroRecordFormat.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final List<FieldMapping> fields;
    private final PathNode root;
    private final String estimateName;
    private final ReadFields read;
    private final SchemaFraming framing;
    private final PerSchema<RecordPlan> plans;

    /** As {@link #AvroRecordFormat(List, ReadFields, Optional, SchemaFraming)}, without estimates. */
    public AvroRecordFormat(List<FieldMapping> fields, ReadFields read, SchemaFraming framing) {
        this(fields, read, Optional.empty(), framing);
    }

    /**
     * @param fields the texts to translate, at least one
     * @param read the fields that {@link DecodedMessage#textAt} may be asked for
     * @param estimate field of the outermost record that takes the estimate of quality; records whose schema lacks it have
     *     no place for one
     * @param framing source of the schemas of messages
     * @throws IllegalArgumentException naming two fields that contradict one another, or a name that Avro does not allow
     */
    public AvroRecordFormat(
            List<FieldMapping> fields, ReadFields read, Optional<String> estimate, SchemaFraming framing) {
        fields.stream().flatMap(field -> field.addAs().stream()).forEach(AvroRecordFormat::requireName);
        this.fields = List.copyOf(fields);
        this.root = PathNode.of(fields);
        estimate.ifPresent(root::requireUnused);
        this.estimateName = estimate.orElse("");
        this.read = read;
        this.framing = framing;
        this.plans = new PerSchema<>(this::plan);
    }

    private RecordPlan plan(Schema schema, SchemaShape shape) {
        var plan = RecordPlan.of(schema, root, estimateName, shape);
        if (!estimateName.isEmpty() && plan.estimate() == null) {
            LOG.warn(
                    "Records of schema {} have no field {}, so that they take no estimate of quality.",
                    Printable.name(schema.getFullName()),
                    estimateName);
        }
        var missing = missing(plan);
        if (!missing.isEmpty()) {
            LOG.warn(
                    "Records of schema {} have no text at {}; if that is not intended, check the fields of the route.",
                    Printable.name(schema.getFullName()),
                    missing);
        }
        return plan;
    }

    private List<FieldPath> missing(RecordPlan plan) {
        return fields.stream()
                .map(FieldMapping::path)
                .filter(path -> !plan.reaches(path))
                .toList();
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name for an Avro field: '" + name
                    + "'; letters, digits and _ are possible, and no digit at the beginning");
        }
    }

    /**
     * The schema of the output for records of a schema: the same one, or one with a field {@code ["null", "string"]}, null by
     * default, behind the fields of each record type that a translation is added to. The same input always gives an equal
     * schema.
     *
     * @param schema of the input
     * @throws MalformedMessageException if there is a field of an added name already, and it holds no text
     */
    public Schema outputSchema(Schema schema) {
        return plans.get(schema).output();
    }

    /** The named fields that no record of a schema has as a text, in the order in which they were named. */
    public List<FieldPath> missingFrom(Schema schema) {
        return missing(RecordPlan.of(schema, root, estimateName, SchemaShape.of(schema)));
    }

    /**
     * Whether records of a schema take the estimate of quality; true where nobody asks for it.
     *
     * @throws MalformedMessageException if there is a field of its name, and it takes none
     */
    public boolean takesEstimate(Schema schema) {
        return estimateName.isEmpty() || EstimateField.of(schema, estimateName).isPresent();
    }

    /**
     * {@inheritDoc}
     *
     * <p>Malformed is also a named field of another type than a text.
     */
    @Override
    public DecodedMessage decode(byte[] value) {
        var record = framing.read(value);
        var plan = plans.get(record.schema());
        var scan = AvroScan.of(record, root, read, plan);
        return new Message(framing, record, plan.output(), scan.texts(), scan.fields(), scan.pieces(), scan.read());
    }

    private record Message(
            SchemaFraming framing,
            FramedRecord record,
            Schema output,
            List<String> texts,
            List<String> fields,
            List<AvroPiece> pieces,
            ReadFields.Texts read)
            implements DecodedMessage {

        @Override
        public String fieldOf(int text) {
            return fields.get(text);
        }

        @Override
        public Optional<String> textAt(String path) {
            return read.at(path);
        }

        @Override
        public byte[] encode(List<TranslatedField> translations, ModelStamp model, long maxBytes) {
            TranslatedField.requireOneForEach(texts, translations);
            var splicer = new AvroSplicer(record, texts, translations, pieces, model.quality());
            OutputSize.within(framing.headerBytes() + splicer.size(), maxBytes);
            return framing.frame(output, splicer.splice());
        }
    }
}
