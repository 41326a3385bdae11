/**
 * Names that Kafka's settings, topics and languages have. A name that is none of them is told from the one that was meant.
 *
 * <p>Start reading at {@link KafkaNames}, {@link LanguageTag}, {@link NearestName}.
 *
 * <p>May use nothing of ours.
 */
package io.lingoduct.config.names;
