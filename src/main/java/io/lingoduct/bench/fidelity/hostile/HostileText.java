package io.lingoduct.bench.fidelity.hostile;

import io.lingoduct.front.TextOptions;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A hostile text of any length.
 *
 * @param name what is wrong with it
 * @param options what its sender says about it
 * @param maker makes it of about so many characters
 * @param spans that the translation must have as often as the text has them
 * @param forbidden what the translation must not have unless the text has it
 */
record HostileText(
        String name, TextOptions options, IntFunction<String> maker, List<String> spans, List<String> forbidden) {}
