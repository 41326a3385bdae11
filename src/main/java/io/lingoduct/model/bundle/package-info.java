/**
 * Bundle on disk. Its manifest, its limits and checksums, its tokenizer and shortlist are somebody else's data: they are read,
 * checked against each other, and refused with the file and the cause.
 *
 * <p>Start reading at {@link ModelBundle}, {@link BundleManifest}.
 *
 * <p>May use {@code model}.
 */
package io.lingoduct.model.bundle;
