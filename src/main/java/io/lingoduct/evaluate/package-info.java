/**
 * Scores of translations. The translations of a file, or those that a model makes, are measured against references, as text or as
 * JSON; a model can be asked for the probabilities of the references, too.
 *
 * <p>Start reading at {@link Evaluation}, {@link ModelRun}, {@link ForcedScores}.
 *
 * <p>May use {@code engine}, {@code model}, {@code model.runtime}, {@code observe}, {@code text.lines}, {@code text.metrics},
 * {@code translate}.
 */
package io.lingoduct.evaluate;
