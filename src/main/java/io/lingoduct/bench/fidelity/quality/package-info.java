/**
 * What estimates of quality are worth. They are held against the scores that the same translations get from references.
 *
 * <p>Start reading at {@link RocArea}, {@link Reliability}.
 *
 * <p>May use nothing of ours.
 */
package io.lingoduct.bench.fidelity.quality;
