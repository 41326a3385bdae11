package io.lingoduct.observe;

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
 * @param watched whether {@code out} is a terminal, so that what comes from elsewhere must not steer it
 */
public record StandardStreams(InputStream in, OutputStream out, PrintStream err, boolean progress, boolean watched) {

    /** For output that goes into a file or to another program, byte for byte. */
    public StandardStreams(InputStream in, OutputStream out, PrintStream err, boolean progress) {
        this(in, out, err, progress, false);
    }

    /** Those of the process. Java 17 cannot tell whether its streams are terminals: the launcher says so. */
    public static StandardStreams ofProcess() {
        return new StandardStreams(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                System.err,
                "1".equals(System.getenv("LINGODUCT_TTY")),
                "1".equals(System.getenv("LINGODUCT_TTY_OUT")));
    }

    /** Tells whoever watches a line, which may quote what comes from elsewhere. */
    public void say(String line) {
        err.println(Printable.line(line));
    }

    /** The reader, {@code head} for one, has seen enough. Only the system's message tells this from a full disk. */
    public static boolean isClosedPipe(IOException failure) {
        return failure.getMessage() != null
                && failure.getMessage().toLowerCase(Locale.ROOT).contains("pipe");
    }
}
