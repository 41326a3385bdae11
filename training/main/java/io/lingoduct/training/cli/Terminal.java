package io.lingoduct.training.cli;

import io.lingoduct.training.loop.ProgressDisplay;

/** Display of a command's progress on standard error; the launcher says whether somebody watches. */
final class Terminal {

    private Terminal() {}

    static boolean isWatched() {
        return "1".equals(System.getenv("LINGODUCT_TTY"));
    }

    static ProgressDisplay display() {
        return new ProgressDisplay(System.err, isWatched(), System::nanoTime);
    }
}
