package io.lingoduct.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;

/**
 * Where a filter command reads and writes.
 *
 * @param out fails when written to after its reader has gone, unlike {@link System#out}
 * @param progress whether somebody watches {@code err} live
 */
record StandardStreams(InputStream in, OutputStream out, PrintStream err, boolean progress) {

    /** Those of the process. Java 17 cannot tell whether standard error is a terminal: the launcher says so. */
    static StandardStreams ofProcess() {
        return new StandardStreams(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                System.err,
                "1".equals(System.getenv("LINGODUCT_TTY")));
    }

    /** The reader, {@code head} for one, has seen enough. Only the system's message tells this from a full disk. */
    static boolean isClosedPipe(IOException failure) {
        return failure.getMessage() != null
                && failure.getMessage().toLowerCase(Locale.ROOT).contains("pipe");
    }
}
