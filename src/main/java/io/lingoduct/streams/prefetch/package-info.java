/**
 * Translations started before their turn. Polled records are submitted to the engine ahead of the stream, within bounds
 * of memory, so that batches fill although Kafka Streams hands over one record after the other.
 *
 * <p>Start reading at {@link PrefetchBuffer}, {@link PrefetchInterceptor}.
 *
 * <p>May use {@code streams.fault}, {@code streams.message}, {@code streams.status}.
 */
package io.lingoduct.streams.prefetch;
