/**
 * The commands. Each class is a command, a group of options or the report of a fault; all else is done by the packages below.
 *
 * <p>Start reading at {@link Main}, {@link ServeCommand}, {@link TranslateCommand}, {@link FaultReports}.
 *
 * <p>May use every other package; none may use this one.
 */
package io.lingoduct.cli;
