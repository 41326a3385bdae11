package io.lingoduct.training.loop;

import io.lingoduct.training.network.Seq2Seq;
import io.lingoduct.training.report.RunEvent;
import java.io.IOException;
import java.util.List;

/** Is told how a run goes, on the thread that trains. */
public interface TrainingListener {

    /**
     * Everything that happens, in the order and the form in which the log of a run holds it. After {@link RunEvent.Resumed}
     * updates come again that may have been told before: the later telling holds.
     */
    void happened(RunEvent event) throws IOException;

    /**
     * Shows a validation from inside, once its event has been told.
     *
     * @param hypotheses the translations that its BLEU is of, one per sentence of the dev set
     * @param network the one validated, of averaged weights where there are any; to be left as it is
     */
    default void validated(RunEvent.EpochEnd event, List<String> hypotheses, Seq2Seq network) throws IOException {}
}
