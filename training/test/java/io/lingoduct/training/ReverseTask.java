package io.lingoduct.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Made-up sentences, and the same words in reverse order as their translation. */
public final class ReverseTask {

    private static final List<String> WORDS = List.of("ba", "ke", "li", "mo", "nu", "pa", "si", "wax");

    private final Random random;

    public ReverseTask(long seed) {
        random = new Random(seed);
    }

    /** Writes the files that {@link #config} names into the folder. */
    public ReverseTask writeInto(Path folder, int training, int dev) throws IOException {
        write(folder.resolve("train"), training);
        write(folder.resolve("dev"), dev);
        return this;
    }

    /** Writes {@code NAME.source} and {@code NAME.target}. */
    public void write(Path name, int count) throws IOException {
        var sentences = sentences(count);
        Files.write(Path.of(name + ".source"), sentences);
        Files.write(
                Path.of(name + ".target"),
                sentences.stream().map(ReverseTask::reverse).toList());
    }

    public List<String> sentences(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> IntStream.range(0, 2 + random.nextInt(3))
                        .mapToObj(j -> WORDS.get(random.nextInt(WORDS.size())))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    public static String reverse(String sentence) {
        var words = Arrays.asList(sentence.split(" "));
        Collections.reverse(words);
        return String.join(" ", words);
    }

    public static String config(int epochs) {
        return """
                name: reverse
                version: "1"
                source-language: en
                target-language: eo
                data:
                  label: reversal
                  credits: made-up words, public domain
                  train: {source: train.source, target: train.target}
                  dev: {source: dev.source, target: dev.target}
                vocabulary: {size: 320, min-character-count: 1}
                network: {embedding: 48, encoder-hidden: 48, decoder-hidden: 96, dropout: 0.1}
                training:
                  seed: 3
                  epochs: %d
                  batch-tokens: 250
                  learning-rate: 0.008
                  warmup-updates: 50
                  label-smoothing: 0.0
                  threads: 2
                """
                .formatted(epochs);
    }
}
