/**
 * Files and folders of the user's. A folder that is not ours is never replaced, and what cannot be used is named with what
 * to change.
 *
 * <p>Start reading at {@link Folders}.
 *
 * <p>May use nothing of ours.
 */
package io.lingoduct.training.files;
