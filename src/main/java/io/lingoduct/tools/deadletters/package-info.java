/**
 * Dead letters listed and sent again. A replay sends each letter once: what was sent is noted, in the same transaction, as offsets
 * of a consumer group.
 *
 * <p>Start reading at {@link DeadLetter}, {@link DeadLetterReplay}, {@link ReplayedOffsets}.
 *
 * <p>May use {@code tools}, {@code streams} for the names of headers, {@code observe}.
 */
package io.lingoduct.tools.deadletters;
