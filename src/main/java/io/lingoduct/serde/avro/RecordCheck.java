package io.lingoduct.serde.avro;

import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.serde.PathNode;
import io.lingoduct.serde.ReadFields;
import io.lingoduct.serde.avro.framing.FramedRecord;
import io.lingoduct.serde.avro.schema.PerSchema;

/**
 * Holds Avro records of any schema against the limits of {@link AvroRecordFormat}. Avro's own reader believes what counts and
 * lengths in a record say and knows no limits; after this check it can be trusted with the record. Safe to use from many
 * threads.
 */
public final class RecordCheck {

    private final PerSchema<RecordPlan> plans = new PerSchema<>(RecordPlan::withoutAdditions);

    /**
     * @throws MalformedMessageException if the bytes are anything but one whole record of their schema, or the record or its
     *     schema is beyond the limits
     */
    public void check(FramedRecord record) {
        AvroScan.of(record, PathNode.NOTHING, ReadFields.NONE, plans.get(record.schema()));
    }
}
