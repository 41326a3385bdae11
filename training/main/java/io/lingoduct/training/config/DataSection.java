package io.lingoduct.training.config;

import io.lingoduct.config.Key;
import io.lingoduct.config.Section;
import io.lingoduct.text.metrics.BleuTokenizer;
import java.nio.file.Path;
import java.util.List;

/** The keys under {@code data}: which texts to learn from, choose on and report on. */
final class DataSection {

    private static final Key<Path> SOURCE = Key.path("source", "One sentence a line, plain or .gz.");
    private static final Key<Path> TARGET = Key.path("target", "Line N translates line N of the source.");
    private static final Key<String> LABEL = Key.string("label", "What the model card calls the data.");
    private static final Key<List<String>> CREDITS = Key.strings("credits", "Origin and licence of each corpus.");

    private static final Key<BleuTokenizer> TOKENIZER = Key.choice(
                    "tokenizer",
                    BleuTokenizer.class,
                    BleuTokenizer::label,
                    "How BLEU cuts words; none for text that is cut already.")
            .orElseFrom(BleuTokenizer.V13A.label());
    private static final Key<Boolean> LOWERCASE =
            Key.bool("lowercase", "Whether BLEU ignores case.").orElse(false);

    static final List<Key<?>> KEYS = List.of(LABEL, CREDITS);
    static final List<Key<?>> SCORING_KEYS = List.of(TOKENIZER, LOWERCASE);
    static final List<Key<?>> CORPUS_KEYS = List.of(SOURCE, TARGET);

    private DataSection() {}

    /** @param folder what paths count from */
    static RunConfig.Data read(Section section, Path folder) {
        return new RunConfig.Data(
                corpus(section.section("train"), folder),
                corpus(section.section("dev"), folder),
                section.has("test") ? corpus(section.section("test"), folder) : null,
                scoring(section.section("scoring")),
                section.get(LABEL),
                section.get(CREDITS));
    }

    private static RunConfig.Scoring scoring(Section section) {
        return new RunConfig.Scoring(section.find(TOKENIZER).orElse(BleuTokenizer.V13A), section.get(LOWERCASE));
    }

    private static RunConfig.Corpus corpus(Section section, Path folder) {
        var source = folder.resolve(section.get(SOURCE)).normalize();
        var target = folder.resolve(section.get(TARGET)).normalize();
        if (section.has(SOURCE.name()) && source.equals(target)) {
            section.fault(TARGET.name(), "is the source file too");
        }
        return new RunConfig.Corpus(source, target);
    }
}
