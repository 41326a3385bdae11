package io.lingoduct.front;

import io.lingoduct.model.Alignment;
import io.lingoduct.model.ModelInfo;
import io.lingoduct.model.ModelTraits;
import io.lingoduct.model.PlaceholderForm;
import io.lingoduct.model.Translation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Carries out the steps of a text with a model that is a function, one after the other. */
final class StepRunner {

    static final ModelInfo ENGLISH_GERMAN = new ModelInfo("m", "1", "en", "de", 200, 8);

    private final Front front;
    private final Function<Step.Request, Optional<String>> model;
    final List<Step.Request> requests = new ArrayList<>();
    final List<SegmentResult> results = new ArrayList<>();
    final FrontCounters counters = new FrontCounters();

    StepRunner(PlaceholderForm form, Function<Step.Request, Optional<String>> model) {
        var words = List.of(
                "where", "is", "my", "order", "really", "like", "it", "the", "a", "i", "please", "send", "Tom", "wo");
        this.front = new ModelFront(ENGLISH_GERMAN, new ModelTraits(form, words::contains), counters);
        this.model = model;
    }

    static StepRunner identity(PlaceholderForm form) {
        return new StepRunner(form, request -> Optional.of(request.input()));
    }

    static StepRunner of(Function<String, String> translation) {
        return new StepRunner(PlaceholderForm.RESERVED, request -> Optional.of(translation.apply(request.input())));
    }

    String translate(String text) {
        return translate(text, TextOptions.PLAIN);
    }

    String translate(String text, TextOptions options) {
        requests.clear();
        results.clear();
        var prepared = front.prepare(text, options, new SegmentTokens() {

            @Override
            public int count(String segment) {
                return segment.length() / 4 + 1;
            }

            @Override
            public boolean accept(String segment) {
                return true;
            }
        });
        for (var step : prepared.segments()) {
            results.add(run(step));
        }
        return prepared.join().apply(results);
    }

    private SegmentResult run(Step first) {
        var step = first;
        while (true) {
            if (step instanceof Step.Done done) {
                return done.result();
            } else if (step instanceof Step.Translate translate) {
                requests.addAll(translate.requests());
                step = translate
                        .next()
                        .apply(translate.requests().stream()
                                .map(request -> model.apply(request).map(text -> new Translation(text, -0.5f, true)))
                                .toList());
            } else {
                step = ((Step.Align) step).next().apply(Optional.<Alignment>empty());
            }
        }
    }
}
