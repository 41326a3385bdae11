/**
 * The account of every message: sent, seen in the output, seen in the dead letters.
 *
 * <p>Start reading at {@link Ledger}, {@link RouteTally}.
 *
 * <p>May use nothing of ours.
 */
package io.lingoduct.bench.chaos.ledger;
