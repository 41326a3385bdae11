/**
 * Life of a route. Keeps one Kafka Streams application going: opens it, looks after it, holds it while something is
 * missing and opens another.
 *
 * <p>Start reading at {@link RouteRunner}, {@link RouteSetup}, {@link TranslateProcessor}.
 *
 * <p>May use {@code engine}, {@code front}, {@code front.span}, {@code kafka}, {@code serde}, {@code service}, {@code streams.deadletter},
 * {@code streams.fault}, {@code streams.message}, {@code streams.output}, {@code streams.prefetch}, {@code streams.quality},
 * {@code streams.status}, {@code streams.topics}.
 */
package io.lingoduct.streams.route;
