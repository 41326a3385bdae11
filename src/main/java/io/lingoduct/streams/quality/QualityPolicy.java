package io.lingoduct.streams.quality;

import io.lingoduct.engine.TranslatedText;
import io.lingoduct.service.BelowQuality;
import io.lingoduct.service.QualityConfig;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A route's wishes for the quality of its translations, held against the estimates of each message. */
public final class QualityPolicy {

    /** Takes note of estimates and asks for nothing. */
    public static final QualityPolicy NONE = new QualityPolicy(QualityConfig.NONE);

    private final QualityConfig wanted;

    public QualityPolicy(QualityConfig wanted) {
        this.wanted = wanted;
    }

    /** Topic for what somebody is to look at; null where there is none. */
    public String reviewTopic() {
        return wanted.reviewTopic();
    }

    /** A text of whose translation nothing is known is not poor. */
    public Judgement judge(List<TranslatedText> translations) {
        double worst = worst(translations);
        boolean anyPoor = wanted.least() != null && worst < wanted.least();
        return anyPoor
                ? new Judgement(worst, poor(translations), wanted.below())
                : new Judgement(worst, Set.of(), BelowQuality.PASS);
    }

    private Set<Integer> poor(List<TranslatedText> translations) {
        var poor = new TreeSet<Integer>();
        for (int i = 0; i < translations.size(); i++) {
            if (translations.get(i).quality().estimate() < wanted.least()) {
                poor.add(i);
            }
        }
        return poor;
    }

    private static double worst(List<TranslatedText> translations) {
        double worst = Double.NaN;
        for (var translation : translations) {
            double estimate = translation.quality().estimate();
            worst = estimate < worst || Double.isNaN(worst) ? estimate : worst;
        }
        return worst;
    }
}
