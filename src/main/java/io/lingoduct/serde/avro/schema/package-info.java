/**
 * Schemas of messages, which nobody vouches for. They are held against limits before anything is derived from them, and what is
 * derived is kept within limits, too.
 *
 * <p>Start reading at {@link WalkBudget}, {@link SchemaShape}, {@link PerSchema}.
 *
 * <p>May use {@code observe}, {@code registry}, {@code serde}.
 */
package io.lingoduct.serde.avro.schema;
