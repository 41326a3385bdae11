package io.lingoduct.serde;

/**
 * A field of an Avro record that takes a translation beside its text.
 *
 * @param isNew whether the output schema has the field in addition to the input's; such fields follow the others
 * @param branch of the union that holds texts, or {@link AvroPiece.Field#NO_UNION}
 */
record AddedField(String name, boolean isNew, int branch) {}
