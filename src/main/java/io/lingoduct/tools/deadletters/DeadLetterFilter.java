package io.lingoduct.tools.deadletters;

import java.time.Instant;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Chooses dead letters. What is null does not matter.
 *
 * @param cause to be found in the exception's class name or in its message
 * @param fromTopic topic of the original message
 * @param since earliest time of the original message
 */
public record DeadLetterFilter(Pattern cause, String fromTopic, Instant since) implements Predicate<DeadLetter> {

    /** Lets every letter pass. */
    public static final DeadLetterFilter ALL = new DeadLetterFilter(null, null, null);

    @Override
    public boolean test(DeadLetter letter) {
        return (cause == null
                        || letter.exception().filter(this::found).isPresent()
                        || letter.message().filter(this::found).isPresent())
                && (fromTopic == null
                        || letter.topic().filter(fromTopic::equals).isPresent())
                && (since == null || !letter.time().isBefore(since));
    }

    private boolean found(String text) {
        return cause.matcher(text).find();
    }
}
