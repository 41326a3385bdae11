package io.lingoduct.training.augment;

import io.lingoduct.model.PlaceholderForm;
import io.lingoduct.training.augment.LinkedWords.Kind;
import io.lingoduct.training.augment.LinkedWords.Link;
import io.lingoduct.training.corpus.SentencePair;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Puts placeholders into a pair, each once on either side: in the places of words that stand for each other, or right behind them.
 * Which placeholders a pair gets is drawn, so that all are learnt alike.
 */
final class PlaceholderSpans {

    private static final double ANOTHER = 0.4;
    private static final double BEHIND = 0.5;
    private static final double NUMBER_BEHIND = 0.2;
    private static final PlaceholderForm FORM = PlaceholderForm.RESERVED;

    private final LinkedWords links;

    PlaceholderSpans(LinkedWords links) {
        this.links = links;
    }

    private record Change(Link link, String placeholder, boolean behind) {}

    /**
     * Draws which words of a pair get placeholders.
     *
     * @param things whether for names and nouns
     * @param numbers whether for numbers
     * @return the same pair where it has no such words
     */
    SentencePair fill(SentencePair pair, boolean things, boolean numbers, SplittableRandom random) {
        var found = links.in(pair);
        var freeThings = new ArrayDeque<>(Draws.shuffled(FORM.things(), random));
        var freeNumbers = new ArrayDeque<>(Draws.shuffled(FORM.numbers(), random));
        var changes = new ArrayList<Change>();
        if (numbers) {
            for (var link : of(found, Kind.NUMBER)) {
                add(changes, link, freeNumbers, false);
            }
        }
        if (things) {
            var words = Draws.shuffled(of(found, Kind.NAME, Kind.NOUN), random);
            for (int i = 0; i < words.size() && (i == 0 || Draws.chance(ANOTHER, random)); i++) {
                boolean behind = words.get(i).kind() == Kind.NOUN && Draws.chance(BEHIND, random);
                boolean number = behind && Draws.chance(NUMBER_BEHIND, random);
                add(changes, words.get(i), number ? freeNumbers : freeThings, behind);
            }
        }
        return changes.isEmpty()
                ? pair
                : new SentencePair(
                        changed(pair.source(), changes, Link::source), changed(pair.target(), changes, Link::target));
    }

    private static List<Link> of(List<Link> links, Kind... kinds) {
        return links.stream()
                .filter(link -> List.of(kinds).contains(link.kind()))
                .toList();
    }

    private static void add(List<Change> changes, Link link, Deque<String> free, boolean behind) {
        if (!free.isEmpty()) {
            changes.add(new Change(link, free.pop(), behind));
        }
    }

    private static String changed(String sentence, List<Change> changes, Function<Link, Word> side) {
        var text = new StringBuilder(sentence);
        changes.stream()
                .sorted(Comparator.comparingInt(
                                (Change change) -> side.apply(change.link()).start())
                        .reversed())
                .forEach(change -> {
                    var word = side.apply(change.link());
                    if (change.behind()) {
                        text.insert(word.end(), " " + change.placeholder());
                    } else {
                        text.replace(word.start(), word.end(), change.placeholder());
                    }
                });
        return text.toString();
    }
}
