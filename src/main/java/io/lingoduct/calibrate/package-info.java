/**
 * Calibration of quality estimates. A model translates sentences whose references are known, plain and in other guises, and the weights
 * of its estimates are fitted to the share of translations that people could use.
 *
 * <p>Start reading at {@link QualityCalibration}, {@link LogisticRegression}.
 *
 * <p>May use {@code bench.fidelity.probe}, {@code chart}, {@code engine}, {@code front.quality}, {@code text.metrics}.
 */
package io.lingoduct.calibrate;
