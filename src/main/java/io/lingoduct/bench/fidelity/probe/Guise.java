package io.lingoduct.bench.fidelity.probe;

import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

/** Ways in which the same sentence comes in, beside the plain one. */
public enum Guise {
    PLAIN("plain", Part.CASE) {
        @Override
        public String dress(String sentence, Random random) {
            return sentence;
        }
    },
    ALL_CAPS("ALL CAPS", Part.CASE) {
        @Override
        public String dress(String sentence, Random random) {
            return sentence.toUpperCase(Locale.ENGLISH);
        }
    },
    TITLE_CASE("Title Case", Part.CASE) {
        @Override
        public String dress(String sentence, Random random) {
            return WORD_START.matcher(sentence).replaceAll(match -> match.group()
                    .toUpperCase(Locale.ENGLISH));
        }
    },
    SMALL("small letters without marks", Part.CASE) {
        @Override
        public String dress(String sentence, Random random) {
            return sentence.toLowerCase(Locale.ENGLISH)
                    .replaceAll("[.,;:!?…\"“”]", "")
                    .trim();
        }
    },
    TYPO("one typo", Part.CASE) {
        @Override
        public String dress(String sentence, Random random) {
            return Guise.withTypo(sentence, random);
        }
    },
    EMOJI_BEFORE("emoji before", Part.DECORATION) {
        @Override
        public String dress(String sentence, Random random) {
            return EMOJI + " " + sentence;
        }
    },
    EMOJI_AMID("emoji amid", Part.DECORATION) {
        @Override
        public String dress(String sentence, Random random) {
            int space = sentence.indexOf(' ', sentence.length() / 2);
            return space < 0
                    ? sentence + " " + EMOJI
                    : sentence.substring(0, space) + " " + EMOJI + sentence.substring(space);
        }
    },
    EMOJI_FOR_MARK("emoji in place of the mark", Part.DECORATION) {
        @Override
        public String dress(String sentence, Random random) {
            return withoutMark(sentence) + " " + EMOJI;
        }
    },
    QUOTED("quoted", Part.DECORATION) {
        @Override
        public String dress(String sentence, Random random) {
            return "\"" + sentence + "\"";
        }
    },
    BRACKETED("in brackets", Part.DECORATION) {
        @Override
        public String dress(String sentence, Random random) {
            return "(" + sentence + ")";
        }
    },
    BOLD("bold", Part.DECORATION) {
        @Override
        public String dress(String sentence, Random random) {
            return "**" + sentence + "**";
        }
    },
    BULLET("bullet", Part.DECORATION) {
        @Override
        public String dress(String sentence, Random random) {
            return "• " + sentence;
        }
    },
    BOM("byte-order mark", Part.DECORATION) {
        @Override
        public String dress(String sentence, Random random) {
            return "\uFEFF" + sentence;
        }
    },
    ELLIPSIS("ellipsis", Part.DECORATION) {
        @Override
        public String dress(String sentence, Random random) {
            return withoutMark(sentence) + "…";
        }
    };

    private static final String EMOJI = "🎉";
    private static final Pattern WORD_START = Pattern.compile("(?<![\\p{L}'’])\\p{L}");

    /** Two letters within a word that differ. */
    private static final Pattern PAIR = Pattern.compile("(?<=\\p{L})(\\p{L})(?!\\1)(\\p{L})(?=\\p{L})");

    private final String label;
    private final Part part;

    Guise(String label, Part part) {
        this.label = label;
        this.part = part;
    }

    public String label() {
        return label;
    }

    public Part part() {
        return part;
    }

    /** @param random where chance has a say, for instance in the place of a typo */
    public abstract String dress(String sentence, Random random);

    private static String withoutMark(String sentence) {
        return sentence.replaceAll("[.!?…\\s]+$", "");
    }

    /** With two neighbouring letters swapped; as it is where no word has four letters. */
    private static String withTypo(String sentence, Random random) {
        var places = PAIR.matcher(sentence).results().toList();
        if (places.isEmpty()) {
            return sentence;
        }
        var place = places.get(random.nextInt(places.size()));
        return sentence.substring(0, place.start()) + place.group(2) + place.group(1) + sentence.substring(place.end());
    }
}
