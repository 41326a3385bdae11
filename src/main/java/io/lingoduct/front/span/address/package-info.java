/**
 * Where something is to be found: web and e-mail addresses, handles, hashtags, paths and names of files.
 *
 * <p>Start reading at {@link WebAddressFinder}, {@link EmailFinder}, {@link PathFinder}.
 *
 * <p>May use {@code front.span.scan}.
 */
package io.lingoduct.front.span.address;
