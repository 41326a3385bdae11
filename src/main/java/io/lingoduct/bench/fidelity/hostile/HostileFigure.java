package io.lingoduct.bench.fidelity.hostile;

import java.util.List;

/**
 * What a hostile text came to.
 *
 * @param text its name
 * @param model with the model, one for each size
 * @param echo with an echo in the model's place, one for each size
 */
public record HostileFigure(String text, List<Passage> model, List<Passage> echo) {

    /**
     * One text on its way through.
     *
     * @param characters of it, UTF-16 units, about
     * @param bytes of it in UTF-8
     * @param millisPer100kB processor time of the whole process, for 100,000 bytes
     * @param outcome in a few words
     * @param good whether nothing was lost
     */
    public record Passage(int characters, long bytes, double millisPer100kB, String outcome, boolean good) {}
}
