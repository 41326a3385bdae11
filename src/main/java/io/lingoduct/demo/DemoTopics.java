package io.lingoduct.demo;

import io.lingoduct.model.ModelInfo;

/** The demo's topics, named after the model's languages. */
record DemoTopics(String source, String target, String deadLetters) {

    private static final String PREFIX = "lingoduct.";

    static DemoTopics of(ModelInfo model) {
        var target = PREFIX + model.targetLanguage();
        return new DemoTopics(
                PREFIX + model.sourceLanguage(),
                model.sourceLanguage().equals(model.targetLanguage()) ? target + ".translated" : target,
                PREFIX + "dead-letters");
    }
}
