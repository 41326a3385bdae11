/**
 * Names with digits in them: keys and hashes, phone and account numbers, codes of products and orders. Numbers that are worth something are
 * none of these.
 *
 * <p>Start reading at {@link CodeFinder}, {@link CodeShape}.
 *
 * <p>May use {@code front.span.scan}.
 */
package io.lingoduct.front.span.code;
