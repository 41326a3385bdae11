package io.lingoduct.training.augment;

import io.lingoduct.training.corpus.SentencePair;
import java.util.ArrayList;
import java.util.List;

/** A parallel text that shows often enough which words are names and which translate each other. */
final class SmallText {

    private static final List<SentencePair> NAMES = named(List.of("Anna", "Ben", "Oslo", "Clara"));

    static final List<SentencePair> PAIRS = pairs();

    private SmallText() {}

    private static List<SentencePair> pairs() {
        var pairs = new ArrayList<>(NAMES);
        var things = List.of(
                List.of("book", "Buch"),
                List.of("house", "Haus"),
                List.of("letter", "Brief"),
                List.of("window", "Fenster"));
        for (var thing : things) {
            pairs.add(pair("I see the " + thing.get(0) + ".", "Ich sehe es, das " + thing.get(1) + "."));
            pairs.add(pair("Where is my " + thing.get(0) + "?", "Wo ist denn mein " + thing.get(1) + "?"));
            pairs.add(
                    pair("We don't need your " + thing.get(0) + ".", "Wir brauchen nicht dein " + thing.get(1) + "."));
            pairs.add(
                    pair("A " + thing.get(0) + " costs seven euros.", "Ein " + thing.get(1) + " kostet sieben Euro."));
            pairs.add(pair("Please open the " + thing.get(0) + "!", "Bitte öffne doch das " + thing.get(1) + "!"));
        }
        pairs.add(pair("It is 14:30 now.", "Es ist jetzt 14.30 Uhr."));
        pairs.add(pair("In the room are 3 and 3 people.", "Im Zimmer sind 3 und 3 Leute."));
        return List.copyOf(pairs);
    }

    private static List<SentencePair> named(List<String> names) {
        var pairs = new ArrayList<SentencePair>();
        for (var name : names) {
            pairs.add(pair("I know " + name + " well.", "Ich kenne " + name + " gut."));
            pairs.add(pair(name + " isn't here today.", name + " ist heute nicht hier."));
            pairs.add(pair("Do you often think of " + name + "?", "Denkst du oft an " + name + "?"));
        }
        return pairs;
    }

    static SentencePair pair(String source, String target) {
        return new SentencePair(source, target);
    }
}
