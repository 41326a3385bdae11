package io.lingoduct.streams.status;

import java.time.Instant;

/**
 * The last thing that went wrong on a route.
 *
 * @param at when
 * @param topic the topic that it concerns, an input or an output; null where it concerns none
 * @param partition partition of that topic; negative where none is known
 * @param offset offset in that partition; negative where none is known
 * @param reason one line in words; never quotes a message
 */
public record RouteFailure(Instant at, String topic, int partition, long offset, String reason) {}
