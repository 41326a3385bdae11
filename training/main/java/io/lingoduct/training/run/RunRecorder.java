package io.lingoduct.training.run;

import io.lingoduct.model.tokenizer.Tokenizer;
import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.corpus.SentencePair;
import io.lingoduct.training.loop.TrainingListener;
import io.lingoduct.training.network.Attention;
import io.lingoduct.training.network.Seq2Seq;
import io.lingoduct.training.report.RunEvent;
import io.lingoduct.training.report.RunEvent.Alignment;
import io.lingoduct.training.report.RunEvent.Sample;
import io.lingoduct.training.report.RunLog;
import io.lingoduct.training.report.RunReport;
import io.lingoduct.training.report.RunSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes the log of a run, and its report anew after every validation, so that the page can be looked at while the run goes
 * on. Shows how the same few sentences of the dev set come out, and where the attention looks.
 */
final class RunRecorder implements TrainingListener, AutoCloseable {

    private static final int SAMPLES = 8;
    private static final int ALIGNMENTS = 3;
    private static final int LONGEST_ALIGNED = 25;

    private final Path folder;
    private final RunLog log;
    private final RunSummary summary;
    private final List<SentencePair> dev;
    private final List<EncodedPair> encoded;
    private final Tokenizer source;
    private final Tokenizer target;
    private final List<Integer> sampled;

    /**
     * @param encoded the dev set as token ids, in the same order
     * @param source tokenizer of the source language
     * @param target tokenizer of the target language; the same one where the vocabulary is shared
     */
    RunRecorder(
            Path folder,
            RunSummary summary,
            List<SentencePair> dev,
            List<EncodedPair> encoded,
            Tokenizer source,
            Tokenizer target)
            throws IOException {
        this.folder = folder;
        this.log = RunLog.open(folder.resolve(RunLog.FILE_NAME));
        this.summary = summary;
        this.dev = dev;
        this.encoded = encoded;
        this.source = source;
        this.target = target;
        this.sampled = sampled(encoded);
    }

    /** From short to long, evenly spread. */
    private static List<Integer> sampled(List<EncodedPair> pairs) {
        var byLength = IntStream.range(0, pairs.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> pairs.get(i).source().length))
                .toList();
        int count = Math.min(SAMPLES, byLength.size());
        return IntStream.range(0, count)
                .mapToObj(i -> byLength.get((2 * i + 1) * byLength.size() / (2 * count)))
                .toList();
    }

    @Override
    public void happened(RunEvent event) throws IOException {
        log.append(event);
    }

    @Override
    public void validated(RunEvent.EpochEnd event, List<String> hypotheses, Seq2Seq network) throws IOException {
        var samples = sampled.stream()
                .map(i -> new Sample(dev.get(i).source(), dev.get(i).target(), hypotheses.get(i)))
                .toList();
        log.append(new RunEvent.Samples(event.epoch(), event.update(), samples));
        if (network.config().attention() != Attention.NONE) {
            log.append(new RunEvent.Alignments(event.epoch(), event.update(), alignments(network, hypotheses)));
        }
        RunReport.write(folder, summary);
    }

    private List<Alignment> alignments(Seq2Seq network, List<String> hypotheses) {
        var alignments = new ArrayList<Alignment>();
        var fit = sampled.stream()
                .filter(i -> encoded.get(i).source().length <= LONGEST_ALIGNED)
                .toList();
        for (var i : fit.subList(Math.max(0, fit.size() - ALIGNMENTS), fit.size())) {
            var pair = new EncodedPair(encoded.get(i).source(), target.encode(hypotheses.get(i)));
            var weights = Arrays.stream(network.attention(pair))
                    .map(row ->
                            IntStream.range(0, row.length).mapToObj(s -> row[s]).toList())
                    .toList();
            alignments.add(new Alignment(
                    withEnd(source, pair.source(), false), withEnd(target, pair.target(), true), weights));
        }
        return alignments;
    }

    /** The text of each token; that of end-of-sentence is none. */
    private static List<String> withEnd(Tokenizer tokenizer, long[] ids, boolean append) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < ids.length - (append ? 0 : 1); i++) {
            texts.add(tokenizer.decode(new long[] {ids[i]}));
        }
        texts.add("end");
        return texts;
    }

    /** Writes the report of the finished run. */
    void finish(List<RunSummary.Score> scores) throws IOException {
        var complete = new RunSummary(
                summary.name(),
                summary.sourceLanguage(),
                summary.targetLanguage(),
                summary.parameters(),
                summary.config(),
                scores);
        RunReport.write(folder, complete);
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
