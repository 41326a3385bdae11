/**
 * State of a route, as it tells it. How far a route has come, where it stands, and what went wrong last: the vocabulary
 * that the admin server shares.
 *
 * <p>Start reading at {@link RouteStatus}, {@link RouteProgress}.
 *
 * <p>May use nothing of ours.
 */
package io.lingoduct.streams.status;
