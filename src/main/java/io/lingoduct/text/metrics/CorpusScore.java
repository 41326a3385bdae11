package io.lingoduct.text.metrics;

/** Score of a corpus by a metric; {@code toString} gives sacreBLEU's notation. */
public sealed interface CorpusScore permits BleuScore, ChrfScore {

    /** Name of the metric. */
    String name();

    /** 0 to 100. */
    double value();

    /** The settings in sacreBLEU's notation, without its version. */
    String signature();
}
