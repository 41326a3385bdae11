package io.lingoduct.registry;

import org.apache.avro.Schema;

/**
 * A schema that the registry has.
 *
 * @param characters length of its text, with those of the schemas that it refers to
 */
record KnownSchema(Schema schema, int characters) {}
