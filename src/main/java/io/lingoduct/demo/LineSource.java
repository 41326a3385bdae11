package io.lingoduct.demo;

import java.io.IOException;

/** Gives one line after another. */
@FunctionalInterface
public interface LineSource {

    /** The next line without its end, or null if there is no more. */
    String readLine() throws IOException;
}
