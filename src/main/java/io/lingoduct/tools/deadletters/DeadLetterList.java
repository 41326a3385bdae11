package io.lingoduct.tools.deadletters;

import java.io.PrintStream;

/** Shows dead letters one after another. */
public interface DeadLetterList {

    void add(DeadLetter letter);

    /** Writes what has been held back. */
    void end();

    /**
     * @param withValues whether to show key and value of the original messages
     */
    static DeadLetterList of(boolean json, PrintStream out, boolean withValues) {
        return json ? new DeadLetterJson(out, withValues) : new DeadLetterTable(out, withValues);
    }
}
