package io.lingoduct.bench.fidelity.probe;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;

/** Kinds of spans that must come through a translation byte for byte, each with sentences that have a place for one, {@code ~}. */
enum SpanKind {
    URL(
            "URL",
            random -> "https://" + any(random, "shop", "www", "help", "docs") + "." + name(random) + "."
                    + any(random, "com", "org", "net") + "/" + name(random)
                    + any(random, "", "/", "?id=" + random.nextInt(900)),
            "You can find more about this at ~ if you like.",
            "Please visit ~ to change your password.",
            "The photos from last night are at ~ now.",
            "We moved our old page to ~ last week.",
            "Have you already read the article on ~?",
            "Click on ~ and follow the three steps.",
            "My brother sent me ~ this morning."),
    EMAIL(
            "e-mail",
            random -> name(random) + any(random, ".", "_", "") + name(random) + "@" + name(random)
                    + any(random, ".com", ".org", ".co.uk"),
            "Please write to ~ if anything is missing.",
            "Our new address for questions is ~ from today on.",
            "I sent the letter to ~ yesterday.",
            "Did you get an answer from ~?",
            "Ask ~ for a copy of the contract.",
            "The invoice went to ~ by mistake.",
            "You can always reach our team at ~ in the evening."),
    PLACEHOLDER(
            "{{placeholder}}",
            random -> "{{" + any(random, "name", "first_name", "order_id", "city", "user.name", "product") + "}}",
            "Hello ~, your parcel is on its way.",
            "Dear ~, thank you for your message.",
            "We are sorry, ~, but the shop is closed today.",
            "Your friend ~ has invited you to dinner.",
            "The table for ~ is ready.",
            "Nobody told ~ about the meeting.",
            "You have bought ~ three times this year."),
    FORMAT(
            "%s",
            random -> any(random, "%s", "%d", "%1$s", "%2$d", "%(name)s", "%.2f", "%@"),
            "You have ~ new messages in your box.",
            "The file ~ could not be opened.",
            "Only ~ of the rooms are still free.",
            "Welcome back, ~, it is good to see you.",
            "Your trial ends after ~ days.",
            "We could not find ~ in your list.",
            "The train to ~ leaves in a few minutes."),
    NUMBER(
            "number",
            random -> Integer.toString(1000 + random.nextInt(9_000_000)),
            "Your order number is ~ and was sent today.",
            "Please keep the number ~ for your questions.",
            "My ticket has the number ~ on it.",
            "The code for the door is ~ this month.",
            "We lost parcel ~ on the way.",
            "Customer ~ is waiting on the phone.",
            "There were ~ people on the island."),
    DATE(
            "date",
            random -> String.format(
                    Locale.ROOT,
                    any(random, "%d-%02d-%02d", "%d/%02d/%02d"),
                    1990 + random.nextInt(45),
                    1 + random.nextInt(12),
                    1 + random.nextInt(28)),
            "The new prices are valid from ~ on.",
            "He was born on ~ in a small village.",
            "Please send us the form before ~ at the latest.",
            "The shop opens again on ~ in the morning.",
            "Your contract ends on ~ as agreed.",
            "We have had no news since ~ from them.",
            "The concert on ~ has been cancelled."),
    CODE(
            "product code",
            random -> letters(random, 2)
                    + any(random, "-", "")
                    + (100 + random.nextInt(9900))
                    + any(random, "", "X", "-" + letters(random, 1), "M" + (2 + random.nextInt(7))),
            "The ~ is out of stock at the moment.",
            "I would like to return the ~ that I bought here.",
            "Does the ~ come with a battery?",
            "My old ~ still works very well.",
            "We have replaced your ~ free of charge.",
            "Which cable do I need for the ~?",
            "The manual of the ~ is on the table."),
    MENTION(
            "@mention",
            random -> "@" + name(random) + any(random, "", "_" + name(random), Integer.toString(random.nextInt(99))),
            "Thanks to ~ for the great picture.",
            "I saw ~ at the station this morning.",
            "Can you help me, ~, with this problem?",
            "The song was written by ~ last summer.",
            "Ask ~ whether the shop is open.",
            "We are having lunch with ~ tomorrow.",
            "Everybody is waiting for ~ outside."),
    TAG(
            "HTML tag",
            random -> any(
                    random,
                    "<br>",
                    "<br/>",
                    "<hr class=\"line\">",
                    "<img src=\"" + name(random) + ".png\">",
                    "<a id=\"" + name(random) + "\"/>",
                    "<wbr>",
                    "<input type=\"text\">"),
            "Thank you for your order, ~ we will send it tomorrow.",
            "Good morning, ~ how can I help you?",
            "The picture ~ shows our new house.",
            "Write your name here ~ and press the button.",
            "First wash the apples, ~ then cut them.",
            "We are on holiday, ~ see you in June.",
            "This is the end of the letter ~ and my address.");

    private final String label;
    private final Function<Random, String> maker;
    private final List<String> frames;

    SpanKind(String label, Function<Random, String> maker, String... frames) {
        this.label = label;
        this.maker = maker;
        this.frames = List.of(frames);
    }

    String label() {
        return label;
    }

    List<String> frames() {
        return frames;
    }

    String make(Random random) {
        return maker.apply(random);
    }

    private static String any(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String name(Random random) {
        var name = new StringBuilder();
        int syllables = 2 + random.nextInt(2);
        for (int i = 0; i < syllables; i++) {
            name.append("bdfgklmnprstvz".charAt(random.nextInt(14))).append("aeiou".charAt(random.nextInt(5)));
        }
        return name.toString();
    }

    private static String letters(Random random, int count) {
        var letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append((char) ('A' + random.nextInt(26)));
        }
        return letters.toString();
    }
}
