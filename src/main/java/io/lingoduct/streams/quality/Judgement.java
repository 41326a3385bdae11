package io.lingoduct.streams.quality;

import io.lingoduct.service.BelowQuality;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a route makes of the estimates of one message's translations into one language.
 *
 * @param worst estimate of the worst, in 0…1, also where its source is kept; not a number where nothing is known
 * @param poor indices of the texts whose translations are below what the route wants
 * @param below what happens to these
 */
public record Judgement(double worst, Set<Integer> poor, BelowQuality below) {

    /** Of a message that no model had a part in. */
    public static final Judgement UNKNOWN = new Judgement(Double.NaN, Set.of(), BelowQuality.PASS);

    public Judgement {
        poor = poor.isEmpty() ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(poor));
    }

    public boolean isPoor() {
        return !poor.isEmpty();
    }

    /** Whether any text stays as it was. */
    public boolean keepsSources() {
        return isPoor() && below == BelowQuality.KEEP_SOURCE;
    }

    /** Whether the text with this index stays as it was. */
    public boolean keepsSource(int text) {
        return keepsSources() && poor.contains(text);
    }

    /** Whether somebody is to look at the poor ones. */
    public boolean isReviewed() {
        return isPoor() && below.reviews();
    }

    /** Whether the message is written to its output. */
    public boolean isWritten() {
        return !(isPoor() && below == BelowQuality.REVIEW_ONLY);
    }
}
