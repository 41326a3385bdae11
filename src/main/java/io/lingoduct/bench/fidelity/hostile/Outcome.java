package io.lingoduct.bench.fidelity.hostile;

/**
 * What became of a text.
 *
 * @param words for the reader
 * @param good whether nothing was lost, and nothing came that must not
 */
record Outcome(String words, boolean good) {

    /** Of a translation that came in time. */
    static Outcome of(HostileText text, String source, String output) {
        var forbidden = text.forbidden().stream()
                .filter(each -> output.contains(each) && !source.contains(each))
                .findFirst();
        if (forbidden.isPresent()) {
            return new Outcome("has " + forbidden.get(), false);
        }
        long lost = text.spans().stream()
                .filter(span -> count(source, span) != count(output, span))
                .count();
        if (lost > 0) {
            return new Outcome(
                    "lost %,d of %,d spans".formatted(lost, text.spans().size()), false);
        }
        if (ownTokens(output) != ownTokens(source)) {
            return new Outcome("has placeholders of our own", false);
        }
        return new Outcome(output.equals(source) ? "source kept" : "translated", true);
    }

    /** Of what an echo made of a text. */
    static Outcome ofEcho(String source, String output) {
        return output.equals(source) ? new Outcome("as it was", true) : new Outcome("changed", false);
    }

    private static long ownTokens(String text) {
        return text.chars()
                .filter(c -> c >= '\uE000' && c < '\uE010' || c == '\uFFFC')
                .count();
    }

    private static int count(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }
}
