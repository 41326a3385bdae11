package io.lingoduct.cli;

import io.lingoduct.evaluate.MetricChoice;
import io.lingoduct.text.metrics.BleuSmoothing;
import io.lingoduct.text.metrics.BleuTokenizer;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that choose the metrics of an evaluation. */
final class MetricOptions {

    @Option(names = "--lowercase", description = "Ignore case in every metric.")
    private boolean lowercase;

    @Option(
            names = "--tokenizer",
            paramLabel = "T",
            converter = TokenizerName.class,
            description = "How BLEU cuts text into words: 13a, none or intl. Default: 13a.")
    private BleuTokenizer tokenizer = BleuTokenizer.V13A;

    @Option(
            names = "--smoothing",
            paramLabel = "S",
            converter = SmoothingName.class,
            description = "What BLEU counts for an order of n-grams without a match: exp or none. Default: exp.")
    private BleuSmoothing smoothing = BleuSmoothing.EXP;

    MetricChoice choice() {
        return new MetricChoice(lowercase, tokenizer, smoothing);
    }

    static final class TokenizerName implements ITypeConverter<BleuTokenizer> {

        @Override
        public BleuTokenizer convert(String name) {
            return named(name, BleuTokenizer.values(), BleuTokenizer::label);
        }
    }

    static final class SmoothingName implements ITypeConverter<BleuSmoothing> {

        @Override
        public BleuSmoothing convert(String name) {
            return named(name, BleuSmoothing.values(), BleuSmoothing::label);
        }
    }

    private static <T> T named(String name, T[] choices, Function<T, String> label) {
        return Arrays.stream(choices)
                .filter(choice -> label.apply(choice).equals(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("must be one of "
                        + Arrays.stream(choices).map(label).collect(Collectors.joining(", ")) + ", not '" + name
                        + "'"));
    }
}
