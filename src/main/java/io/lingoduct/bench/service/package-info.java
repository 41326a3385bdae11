/**
 * Processes and readers of the benchmarks that run the whole service. They know how to start and end a process and how to read a
 * topic, and nothing of what is measured.
 *
 * <p>Start reading at {@link LoggedProcess}, {@link CommittedReader}.
 *
 * <p>May use {@code bench}, {@code process}.
 */
package io.lingoduct.bench.service;
