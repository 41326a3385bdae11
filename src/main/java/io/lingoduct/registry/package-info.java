/**
 * A client of a schema registry that speaks the Confluent REST API: schemas by id, and ids for schemas. Answers are cached, limited
 * and told apart by who must act on a failure.
 *
 * <p>Start reading at {@link SchemaRegistry}, {@link RegistryHttp}, {@link StoredSchema}.
 *
 * <p>May use {@code config}, {@code observe}.
 */
package io.lingoduct.registry;
