package io.lingoduct.front;

import io.lingoduct.front.check.Finding;
import io.lingoduct.front.check.OutputCheck;
import io.lingoduct.front.edge.SegmentEdges;
import io.lingoduct.front.inline.MarkedText;
import io.lingoduct.front.letters.LetterCase;
import io.lingoduct.front.number.NumberCheck;
import io.lingoduct.front.number.NumberFinder;
import io.lingoduct.front.number.NumberLocalizer;
import io.lingoduct.front.number.NumberStyle;
import io.lingoduct.front.quality.QualityModel;
import io.lingoduct.front.quality.SegmentFacts;
import io.lingoduct.front.span.EmojiFinder;
import io.lingoduct.model.ModelInfo;
import io.lingoduct.model.ModelTraits;
import io.lingoduct.model.PlaceholderForm;
import io.lingoduct.model.Translation;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** All that the segments of one model are read, checked and estimated with. Safe to use from many threads. */
final class SegmentTools {

    private final PlaceholderForm form;
    private final PlaceholderForm otherForm;
    private final EmojiFinder emoji = new EmojiFinder();
    private final SegmentEdges edges;
    private final LetterCase letters;
    private final NumberFinder numbers;
    private final NumberCheck numberCheck;
    private final NumberLocalizer localizer;
    private final Predicate<String> knownWord;
    private final QualityModel quality;
    private final FrontCounters counters;

    SegmentTools(ModelInfo model, ModelTraits traits, FrontCounters counters) {
        var source = model.sourceLanguage();
        var target = model.targetLanguage();
        this.form = traits.placeholders();
        this.otherForm = form.equals(PlaceholderForm.NAMES) ? form.turned() : PlaceholderForm.NAMES;
        this.edges = new SegmentEdges(source, target);
        this.letters = new LetterCase(source, target, traits.knownWord());
        this.numbers = new NumberFinder(source);
        this.numberCheck = new NumberCheck(source, target);
        this.localizer = new NumberLocalizer(source, target);
        this.knownWord = traits.knownWord();
        this.quality = QualityModel.of(traits);
        this.counters = counters;
    }

    /** The form of placeholders that the model carries best. */
    PlaceholderForm form() {
        return form;
    }

    PlaceholderForm otherForm() {
        return otherForm;
    }

    /** @param segment masked */
    ReadableSegment readable(MarkedText segment, List<Mask> masks) {
        var plain = PlainMarks.takenOut(segment, emoji.find(segment.text()));
        var edged = edges.read(plain.text());
        return new ReadableSegment(plain, masks, edged, letters.read(edged.core()));
    }

    /** The core with those numbers masked that the model was to read. */
    MaskedCore withNumbersMasked(MaskedCore core) {
        return core.masking(numbers.findWithWords(core.text()));
    }

    /** What is written for masks: each as the source wrote it, or numbers as the target's language writes them. */
    String written(Mask mask, TextOptions options) {
        boolean localized =
                options.numbers() == NumberStyle.LOCALIZE && mask.kind().isNumeric();
        return localized ? localizer.localize(mask.content(), mask.kind()).orElse(mask.content()) : mask.content();
    }

    /** An answer that has been looked at; {@code masked} is empty if the placeholders are not there as they should be. */
    record Judged(
            String target,
            Optional<Placeholders.Masked> masked,
            Set<Finding> findings,
            SegmentFacts facts,
            Translation answer) {

        boolean isRefused() {
            return findings.stream().anyMatch(Finding::forbidsDelivery);
        }
    }

    Judged judge(MaskedCore core, Placeholders placeholders, Translation answer) {
        var checked = OutputCheck.check(placeholders.input(), answer.text());
        var findings = EnumSet.noneOf(Finding.class);
        findings.addAll(checked.findings());
        if (!answer.complete()) {
            findings.add(Finding.INCOMPLETE);
        }
        var masked = placeholders.findIn(checked.target());
        if (masked.isEmpty()) {
            findings.add(Finding.LOST_SPAN);
        } else if (!numberCheck.isKept(core.text(), masked.get().target())) {
            findings.add(Finding.LOST_NUMBER);
        }
        var facts = SegmentFacts.of(placeholders.input(), checked.target(), answer.score(), findings, knownWord);
        return new Judged(checked.target(), masked, findings, facts, answer);
    }

    SegmentResult result(MarkedText text, Way way, Judged judged) {
        count(way, judged.findings());
        return new SegmentResult(
                text,
                judged.answer().score(),
                judged.answer().complete(),
                way,
                new TextQuality(quality.estimate(judged.facts()), labels(judged.findings())),
                Optional.of(judged.facts()));
    }

    /** The result where nothing better was to be had than the source, or its pieces. */
    SegmentResult lastMeans(MarkedText text, Way way, double estimate, Set<Finding> refused) {
        count(way, refused);
        var concerns = labels(refused);
        concerns.add(way == Way.SOURCE ? "source-kept" : "in-pieces");
        return new SegmentResult(text, Float.NaN, true, way, new TextQuality(estimate, concerns));
    }

    private void count(Way way, Set<Finding> findings) {
        counters.count("way-" + way.label());
        findings.forEach(finding -> counters.count(finding.label()));
    }

    private static TreeSet<String> labels(Set<Finding> findings) {
        var labels = new TreeSet<String>();
        findings.forEach(finding -> labels.add(finding.label()));
        return labels;
    }
}
