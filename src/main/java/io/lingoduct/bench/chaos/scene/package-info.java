/**
 * All that takes part in a run, started and looked after by one thread. Whoever plays an event gets it from here.
 *
 * <p>Start reading at {@link Scene}, {@link SceneSettings}.
 *
 * <p>May use {@code bench}, {@code bench.chaos.ledger}, {@code bench.chaos.process}, {@code bench.chaos.traffic},
 * {@code bench.service}.
 */
package io.lingoduct.bench.chaos.scene;
