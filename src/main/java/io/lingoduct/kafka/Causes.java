package io.lingoduct.kafka;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A fault and what caused it, from the outermost to the deepest. */
final class Causes {

    private Causes() {}

    static Stream<Throwable> of(Throwable fault) {
        return chain(fault).stream();
    }

    static Throwable deepest(Throwable fault) {
        Throwable last = fault;
        for (var cause : chain(fault)) {
            last = cause;
        }
        return last;
    }

    static <T extends Throwable> Optional<T> first(Throwable fault, Class<T> type) {
        return of(fault).filter(type::isInstance).map(type::cast).findFirst();
    }

    static boolean any(Throwable fault, Class<? extends Throwable> type) {
        return first(fault, type).isPresent();
    }

    /** The message, with the kind of fault where it would say nothing without: {@code NoSuchFileException: /etc/key}. */
    static String text(Throwable fault) {
        var message = fault.getMessage();
        if (message == null || message.isBlank()) {
            return fault.getClass().getSimpleName();
        }
        return message.indexOf(' ') < 0 ? fault.getClass().getSimpleName() + ": " + message : message;
    }

    private static Set<Throwable> chain(Throwable fault) {
        var seen = Collections.newSetFromMap(new IdentityHashMap<Throwable, Boolean>());
        var chain = new LinkedHashSet<Throwable>();
        for (var cause = fault; cause != null && seen.add(cause); cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }
}
