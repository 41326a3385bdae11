/**
 * Dead letters listed and sent again. A replay sends each letter once: what was sent is noted, in the same transaction, as offsets
 * of a consumer group.
 *
 * <p>Start reading at {@link DeadLetter}, {@link DeadLetterReplay}, {@link ReplayedOffsets}.
 *
 * <p>May use {@code observe}, {@code streams.deadletter}, {@code tools}.
 */
package io.lingoduct.tools.deadletters;
