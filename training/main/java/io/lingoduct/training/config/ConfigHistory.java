package io.lingoduct.training.config;

import java.util.regex.Pattern;

/**
 * The configurations that led to a model, as one text: that of its own run, and after it those of the runs that this one
 * started from. It is all that it takes to come here again.
 */
public final class ConfigHistory {

    private static final String FROM_HERE_THE_PAST = "\n---\n# start-from: the run of this configuration\n";

    private ConfigHistory() {}

    /** @param earlier history of what the run of the configuration starts from */
    public static String of(String config, String earlier) {
        return config.strip() + FROM_HERE_THE_PAST + earlier.strip() + "\n";
    }

    /** The last run's own configuration in a history, which may be that of a run that started from nothing. */
    public static String own(String history) {
        return history.split(Pattern.quote(FROM_HERE_THE_PAST), 2)[0];
    }
}
