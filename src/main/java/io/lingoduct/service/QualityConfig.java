package io.lingoduct.service;

import io.lingoduct.config.Key;
import io.lingoduct.config.Section;
import io.lingoduct.config.Settings;

/**
 * What a route does with the estimates of how good its translations are.
 *
 * @param least estimate in 0…1 below which a translation counts as poor; null where none does
 * @param below what happens to a poor one
 * @param reviewTopic topic for poor ones that somebody is to look at; null where there is none
 * @param field name of the field of the output that takes the estimate; null for none
 */
public record QualityConfig(Double least, BelowQuality below, String reviewTopic, String field) {

    /** Estimates are told, and nothing depends on them. */
    public static final QualityConfig NONE = new QualityConfig(null, BelowQuality.PASS, null, null);

    static final Key<Double> MIN_QUALITY = Key.decimal(
                    "min-quality",
                    0,
                    1,
                    "Estimate of a translation's quality below which below-quality says what happens.")
            .orElseFrom("none");
    static final Key<BelowQuality> BELOW_QUALITY = Key.choice(
                    "below-quality",
                    BelowQuality.class,
                    "What happens below min-quality: the translation is written all the same, the source text stays, or the message"
                            + " goes to the review topic, beside the output or only there.")
            .orElse(BelowQuality.PASS);
    static final Key<String> REVIEW_TOPIC = Key.string(
                    "review-topic", "Topic for translations below min-quality, with their sources and the reasons.")
            .orElseFrom("none");
    static final Key<String> QUALITY_FIELD = Key.string(
                    "quality-field",
                    "Field at the top of the output, for format json and for records of your own in format avro, that takes the"
                            + " estimate.")
            .orElseFrom("none");
    static final Settings<QualityConfig> SETTINGS = Settings.<QualityConfig>none()
            .and(MIN_QUALITY, QualityConfig::least)
            .and(BELOW_QUALITY, QualityConfig::below)
            .and(REVIEW_TOPIC, QualityConfig::reviewTopic)
            .and(QUALITY_FIELD, QualityConfig::field);

    static QualityConfig read(Section section) {
        var quality = new QualityConfig(
                section.find(MIN_QUALITY).orElse(null),
                section.get(BELOW_QUALITY),
                section.find(REVIEW_TOPIC).orElse(null),
                section.find(QUALITY_FIELD).orElse(null));
        if (quality.below() != BelowQuality.PASS && !section.has(MIN_QUALITY.name())) {
            section.fault(BELOW_QUALITY.name(), "needs min-quality, which says below what");
        }
        if (quality.below().reviews() && !section.has(REVIEW_TOPIC.name())) {
            section.fault(REVIEW_TOPIC.name(), "missing; below-quality needs a topic for what is to be reviewed");
        }
        if (!quality.below().reviews() && section.has(REVIEW_TOPIC.name())) {
            section.fault(REVIEW_TOPIC.name(), "cannot stand here without below-quality: review or review-only");
        }
        if (quality.reviewTopic() != null) {
            RouteConfig.checkTopic(section, REVIEW_TOPIC.name(), quality.reviewTopic());
        }
        return quality;
    }
}
