/**
 * Life of a route. Keeps one Kafka Streams application going: opens it, looks after it, holds it while something is
 * missing and opens another.
 *
 * <p>Start reading at {@link RouteRunner}, {@link RouteSetup}, {@link TranslateProcessor}.
 *
 * <p>May use {@code streams.prefetch}, {@code streams.deadletter}, {@code streams.output}, {@code streams.topics},
 * {@code streams.message}, {@code streams.fault}, {@code streams.status}, {@code engine}, {@code model}, {@code serde},
 * {@code service}, {@code kafka}.
 */
package io.lingoduct.streams.route;
