package io.lingoduct.bench.fidelity.cost;

/**
 * Speed with and without a front, medians over rounds.
 *
 * @param sentences in a round
 * @param rounds of each side, in turns
 * @param speedRatio sentences a second with the front, for each without it: the median over the rounds, as the others are
 * @param leastSpeedRatio of any round
 * @param mostSpeedRatio of any round
 * @param workRatio processor time without the front, for each with it
 */
public record CostFigures(
        int sentences,
        int rounds,
        Side front,
        Side bare,
        double speedRatio,
        double leastSpeedRatio,
        double mostSpeedRatio,
        double workRatio) {

    /**
     * One of the two.
     *
     * @param sentencesPerSecond by the clock
     * @param cpuMillis processor time of the whole process for a sentence
     */
    public record Side(double sentencesPerSecond, double cpuMillis) {}
}
