package io.lingoduct.serde.json;

import io.lingoduct.serde.DecodedMessage;
import io.lingoduct.serde.FieldMapping;
import io.lingoduct.serde.MessageFormat;
import io.lingoduct.serde.ModelStamp;
import io.lingoduct.serde.OutputSize;
import io.lingoduct.serde.OutputValue;
import io.lingoduct.serde.PathNode;
import io.lingoduct.serde.ReadFields;
import io.lingoduct.serde.StrictUtf8;
import io.lingoduct.serde.TranslatedField;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The value is JSON in UTF-8, of which the named fields are translated. Everything else is kept byte for byte: white space,
 * the spelling of numbers, the order of members, members of the same name, escapes.
 *
 * <p>The value is never written anew. The places of the texts are found, and the output is the input with these places
 * replaced; a text whose translation is the same keeps its bytes, too. A field that is missing or null is skipped.
 *
 * <p>Where an object has several members of one name, all are translated in place; for a translation that is added, the last
 * one counts, as it does for most readers, and of several that are there already the last one is replaced.
 */
public final class JsonFormat implements MessageFormat {

    /** Arrays and objects within one another; deeper values are malformed. */
    static final int MAX_NESTING = 500;

    private static final Logger LOG = LoggerFactory.getLogger(JsonFormat.class);

    private final PathNode root;
    private final ReadFields read;
    private final String estimateName;
    private final FieldWatch watch;

    /** As {@link #JsonFormat(List, ReadFields, Optional)}, without estimates. */
    public JsonFormat(List<FieldMapping> fields, ReadFields read) {
        this(fields, read, Optional.empty());
    }

    /**
     * @param fields the texts to translate, at least one
     * @param read the fields that {@link DecodedMessage#textAt} may be asked for
     * @param estimate name of the member of the outermost object that takes the estimate of quality; it is added where it is
     *     missing
     * @throws IllegalArgumentException naming two fields that contradict one another
     */
    public JsonFormat(List<FieldMapping> fields, ReadFields read, Optional<String> estimate) {
        this.root = PathNode.of(fields);
        estimate.ifPresent(root::requireUnused);
        this.estimateName = estimate.orElse("");
        this.read = read;
        this.watch = new FieldWatch(fields);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Malformed is also a named field of another type than a text, and a text with half of a surrogate pair.
     */
    @Override
    public DecodedMessage decode(byte[] value) {
        StrictUtf8.check(value);
        var scan = JsonScan.of(value, root, read, estimateName);
        var missing = watch.look(scan.fields());
        if (!missing.isEmpty()) {
            LOG.warn(
                    "None of the first {} messages has a text at {}; if that is not intended, check the fields of the route.",
                    FieldWatch.MESSAGES,
                    missing);
        }
        return new Message(value, scan.texts(), scan.fields(), scan.edits(), scan.estimate(), scan.read());
    }

    private record Message(
            byte[] value,
            List<String> texts,
            List<String> fields,
            List<JsonEdit> edits,
            EstimatePlace estimate,
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
            var number = estimate == null ? new byte[0] : estimate.bytes(model.quality());
            long estimateBytes = estimate == null ? 0 : number.length - (estimate.end() - estimate.start());
            var out = new OutputValue(OutputSize.within(bytes(translations) + estimateBytes, maxBytes));
            boolean estimateIsDue = estimate != null;
            int done = 0;
            for (var edit : edits) {
                if (estimateIsDue && estimate.start() < edit.start()) {
                    done = replace(done, estimate.start(), estimate.end(), number, out);
                    estimateIsDue = false;
                }
                var translation = translations.get(edit.text()).text();
                if (!edit.isNeedless(texts.get(edit.text()), translation)) {
                    done = replace(done, edit.start(), edit.end(), edit.bytes(translation), out);
                }
            }
            if (estimateIsDue) {
                done = replace(done, estimate.start(), estimate.end(), number, out);
            }
            out.write(value, done, value.length - done);
            return out.written();
        }

        private int replace(int done, int start, int end, byte[] with, OutputValue out) {
            out.write(value, done, start - done);
            out.write(with);
            return end;
        }

        private long bytes(List<TranslatedField> translations) {
            long bytes = value.length;
            for (var edit : edits) {
                var translation = translations.get(edit.text()).text();
                if (!edit.isNeedless(texts.get(edit.text()), translation)) {
                    bytes += edit.size(translation) - (edit.end() - edit.start());
                }
            }
            return bytes;
        }
    }
}
