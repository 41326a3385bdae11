package io.lingoduct.cli;

import java.io.IOException;

/**
 * {@code serve} for the benchmark: takes its arguments, and stops when standard input ends, so that it does not outlive the
 * process that measures it.
 */
final class BenchInstance {

    private BenchInstance() {}

    public static void main(String[] args) {
        var guard = new Thread(BenchInstance::exitAtEndOfInput, "lingoduct-bench-guard");
        guard.setDaemon(true);
        guard.start();
        var arguments = new String[args.length + 1];
        arguments[0] = "serve";
        System.arraycopy(args, 0, arguments, 1, args.length);
        Main.main(arguments);
    }

    private static void exitAtEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // Only the end of the input matters.
            }
        } catch (IOException e) {
            System.err.println("standard input cannot be read, which counts as its end: " + e.getMessage());
        }
        System.exit(0);
    }
}
