/**
 * Scores of translations. The translations of a file, or those that a model makes, are measured against references, as text or as
 * JSON; a model can be asked for the probabilities of the references, too.
 *
 * <p>Start reading at {@link Evaluation}, {@link ModelRun}, {@link ForcedScores}.
 *
 * <p>May use {@code translate}, {@code engine}, {@code model}, {@code text}, {@code observe}.
 */
package io.lingoduct.evaluate;
