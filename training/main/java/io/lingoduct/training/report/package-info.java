/**
 * The log of a run and the page made from it. Events are appended as lines of JSON while the run goes on, and the report is
 * written anew from all of them.
 *
 * <p>Start reading at {@link RunLog}, {@link RunReport}, {@link RunEvent}.
 *
 * <p>May use {@code chart}, {@code training.files}.
 */
package io.lingoduct.training.report;
