package io.lingoduct.observe;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Tells why it could not be written to, which a {@link java.io.PrintStream} around it keeps to itself. */
public final class TellingOutput extends FilterOutputStream {

    private IOException failure;

    public TellingOutput(OutputStream out) {
        super(out);
    }

    /** @throws IOException what went wrong when it was written to, unless its reader has only seen enough */
    public void check() throws IOException {
        if (failure != null && !StandardStreams.isClosedPipe(failure)) {
            throw failure;
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}
