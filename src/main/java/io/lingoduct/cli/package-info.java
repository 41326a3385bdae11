/**
 * The commands. Each class is a command, a group of options or the report of a fault; all else is done by the packages below.
 *
 * <p>Start reading at {@link Main}, {@link ServeCommand}, {@link TranslateCommand}, {@link FaultReports}.
 *
 * <p>May use {@code admin}, {@code bench}, {@code bench.chaos}, {@code bench.chaos.event}, {@code bench.chaos.scene},
 * {@code bench.engine}, {@code bench.fidelity}, {@code bench.fidelity.probe}, {@code bench.pipeline}, {@code bench.soak},
 * {@code calibrate}, {@code chart}, {@code config}, {@code config.names}, {@code demo}, {@code engine}, {@code evaluate},
 * {@code front.quality}, {@code kafka}, {@code model}, {@code model.bundle}, {@code model.runtime},
 * {@code observe}, {@code process}, {@code registry}, {@code serde.avro}, {@code serde.avro.framing}, {@code service},
 * {@code serving}, {@code streams}, {@code streams.fault}, {@code streams.message}, {@code streams.status},
 * {@code text.language}, {@code text.lines}, {@code text.metrics}, {@code tools}, {@code tools.deadletters}, {@code translate}.
 */
package io.lingoduct.cli;
