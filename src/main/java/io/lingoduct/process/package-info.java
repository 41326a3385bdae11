/**
 * This process: its times, its memory, its native libraries, the signal to end it, and the command line of another one like it.
 *
 * <p>Start reading at {@link StopSignal}, {@link NativeLibraries}, {@link JavaCommand}.
 *
 * <p>May use nothing of ours.
 */
package io.lingoduct.process;
