package io.lingoduct.bench.chaos.scene;

import java.nio.file.Path;
import java.util.List;

/**
 * The service under test and the messages that flow through it.
 *
 * @param model folder of the bundle; the instances serve a copy of it
 * @param instance its {@code main} serves with the arguments {@code --config FILE}, and ends when standard input does
 * @param texts of the messages, which take them in turn; at least one
 * @param rate messages a second, all routes together
 */
public record SceneSettings(Path model, Class<?> instance, List<String> texts, double rate, Timing timing) {

    public SceneSettings {
        texts = List.copyOf(texts);
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("there is no text to translate");
        }
    }
}
