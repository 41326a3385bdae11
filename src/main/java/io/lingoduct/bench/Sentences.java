package io.lingoduct.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * English sentences out of a list of words: plain statements and questions whose lengths are spread like those of everyday
 * sentences, around nine words with a tail of longer ones. They make sense to a model, not to a reader.
 */
public final class Sentences {

    /** Geometric mean of the number of words. */
    private static final double TYPICAL_LENGTH = 9;

    /** Of the logarithm of the number of words. */
    private static final double SPREAD = 0.45;

    private static final int SHORTEST = 2;
    private static final int LONGEST = 50;

    private static final List<String> PEOPLE = words(
            "my mother|his brother|the doctor|an old man|the teacher|our"
                    + " neighbour|a young woman|the children|her friend|the driver|everybody|nobody|the girl|the boy|Tom|Mary|I|we|they|she");
    private static final List<String> VERBS =
            words("wanted|lost|found|bought|sold|saw|forgot|needed|cleaned|opened|closed|carried|"
                    + "watched|hid|washed|broke|repaired|brought|took|liked");
    private static final List<String> ARTICLES = words("the|a|this|that|another|his|her|my|their|every");
    private static final List<String> QUALITIES =
            words("small|old|red|new|beautiful|heavy|cheap|strange|empty|warm|cold|green|"
                    + "expensive|quiet|dirty|broken|large|white|good|interesting");
    private static final List<String> THINGS = words(
            "book|house|car|letter|dog|picture|key|chair|window|bicycle|newspaper|coat|"
                    + "garden|table|box|clock|song|ticket|bottle|computer|bag|cup|door|tree|knife|map|shoe|phone|lamp|ring");
    private static final List<String> PLACES = words(
            "in the kitchen|at the station|on the street|in the city|near the river|at"
                    + " school|behind the church|in the hospital|on the train|in front of the house|in the forest|at the market");
    private static final List<String> TIMES =
            words("yesterday|every morning|last week|in the evening|two years ago|on Monday|"
                    + "after dinner|before the war|again|for a long time|at midnight|last summer");
    private static final List<String> LINKS = words("and|but|because|when|while|so|before|although");

    private final Random random;

    public Sentences(long seed) {
        this.random = new Random(seed);
    }

    public List<String> make(int count) {
        var sentences = new ArrayList<String>(count);
        for (int i = 0; i < count; i++) {
            double length = TYPICAL_LENGTH * Math.exp(SPREAD * random.nextGaussian());
            sentences.add(ofWords((int) Math.max(SHORTEST, Math.min(LONGEST, Math.round(length)))));
        }
        return sentences;
    }

    /** A sentence of so many words. */
    public String ofWords(int count) {
        var words = new ArrayList<String>();
        while (words.size() < count) {
            if (!words.isEmpty()) {
                words.add(any(LINKS));
            }
            clause(words);
        }
        var text = String.join(" ", words.subList(0, count));
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    private void clause(List<String> words) {
        addAll(words, any(PEOPLE));
        words.add(any(VERBS));
        words.add(any(ARTICLES));
        if (random.nextBoolean()) {
            words.add(any(QUALITIES));
        }
        words.add(any(THINGS));
        if (random.nextInt(3) > 0) {
            addAll(words, any(random.nextBoolean() ? PLACES : TIMES));
        }
    }

    private static void addAll(List<String> words, String phrase) {
        words.addAll(List.of(phrase.split(" ")));
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static List<String> words(String list) {
        return List.of(list.split("\\|"));
    }
}
