package io.lingoduct.training.run;

import io.lingoduct.training.network.Seq2Seq;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Something trained that a run may start from. */
interface StartingSource {

    /** The tokenizer, or the source's and the target's, named as in a run's folder. */
    List<Path> vocabularies();

    /** The file that holds the weights. */
    Path weights();

    /** The shortlist that its translations keep to; empty where the whole vocabulary is scored, or a run has not ended. */
    Optional<Path> shortlist();

    NetworkShape shape() throws IOException;

    /** The configuration that it was trained with, and those of the runs which that one started from. */
    String history() throws IOException;

    /** How far it was trained, in words. */
    String state();

    /**
     * Gives the weights to a network of the same shape.
     *
     * @throws RuntimeException if they cannot be read
     */
    void copyInto(Seq2Seq network) throws IOException;
}
