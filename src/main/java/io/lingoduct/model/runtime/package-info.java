/**
 * Bundle that translates. Its graph is loaded on a device and warmed up; batches go through tokenizer, graph and tokenizer, and
 * what a GPU has no memory for goes to the CPU.
 *
 * <p>Start reading at {@link OnnxTranslator}, {@link GraphRunner}.
 *
 * <p>May use {@code model}, {@code model.bundle}, {@code model.graph}, {@code model.tokenizer}.
 */
package io.lingoduct.model.runtime;
