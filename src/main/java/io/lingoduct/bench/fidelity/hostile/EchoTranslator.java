package io.lingoduct.bench.fidelity.hostile;

import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.ModelInfo;
import io.lingoduct.model.ModelTraits;
import io.lingoduct.model.PlaceholderForm;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.SegmentTooLongException;
import io.lingoduct.model.Translation;
import io.lingoduct.model.TranslationException;
import io.lingoduct.model.Translator;
import java.util.List;

/** Gives each segment back as it is, in no time: what is left is the time of all else. A token is a UTF-16 unit. */
final class EchoTranslator implements Translator {

    private static final int END = -1;
    private static final ModelInfo MODEL = new ModelInfo("echo", "1", "en", "en", 512, 1);

    @Override
    public ModelInfo model() {
        return MODEL;
    }

    @Override
    public ModelTraits traits() {
        return new ModelTraits(PlaceholderForm.RESERVED, word -> false);
    }

    @Override
    public EncodedSegment encode(String segment) {
        if (segment.length() > MODEL.maxSourceTokens()) {
            throw new SegmentTooLongException(segment.length(), MODEL.maxSourceTokens());
        }
        return encodeUnlimited(segment);
    }

    @Override
    public EncodedSegment encodeUnlimited(String segment) {
        var ids = new long[segment.length() + 1];
        for (int i = 0; i < segment.length(); i++) {
            ids[i] = segment.charAt(i);
        }
        ids[segment.length()] = END;
        return new EncodedSegment(ids);
    }

    @Override
    public List<Translation> translate(List<EncodedSegment> batch, SearchOptions options) {
        return batch.stream()
                .map(segment -> new Translation(decode(segment), 0, true))
                .toList();
    }

    private static String decode(EncodedSegment segment) {
        var text = new StringBuilder(segment.length() - 1);
        for (int i = 0; i < segment.length() - 1; i++) {
            text.append((char) segment.ids()[i]);
        }
        return text.toString();
    }

    @Override
    public List<List<Translation>> translateAll(List<EncodedSegment> batch, SearchOptions options) {
        return translate(batch, options).stream().map(List::of).toList();
    }

    @Override
    public List<Float> score(List<EncodedSegment> sources, List<String> targets) {
        throw new TranslationException("an echo has no probabilities");
    }

    @Override
    public void close() {}
}
