package io.lingoduct.calibrate;

import java.util.Arrays;
import java.util.List;

/** A logistic regression with a ridge, fitted by Newton's method (iteratively reweighted least squares). */
final class LogisticRegression {

    private static final int MOST_STEPS = 50;
    private static final double SMALL_STEP = 1e-9;

    private LogisticRegression() {}

    /**
     * The weights that make the outcomes likeliest, the bias first. A feature that never changes gets the weight 0.
     *
     * @param features [N][D]
     * @param outcomes [N]
     * @param ridge what half the square of each weight costs in nats, the feature measured in its standard deviations
     * @return [D + 1], for the features as they are
     */
    static double[] fit(List<double[]> features, List<Boolean> outcomes, double ridge) {
        int dimensions = features.get(0).length;
        var mean = new double[dimensions];
        var deviation = new double[dimensions];
        for (int d = 0; d < dimensions; d++) {
            int column = d;
            mean[d] =
                    features.stream().mapToDouble(row -> row[column]).average().orElse(0);
            double square = features.stream()
                    .mapToDouble(row -> (row[column] - mean[column]) * (row[column] - mean[column]))
                    .average()
                    .orElse(0);
            deviation[d] = Math.sqrt(square);
        }
        var rows = features.stream().map(row -> standard(row, mean, deviation)).toArray(double[][]::new);
        var weights = newton(rows, outcomes, ridge);
        for (int d = 0; d < dimensions; d++) {
            weights[d + 1] = deviation[d] == 0 ? 0 : weights[d + 1] / deviation[d];
            weights[0] -= weights[d + 1] * mean[d];
        }
        return weights;
    }

    /** The probability of an outcome. */
    static double probability(double[] weights, double[] features) {
        double odds = weights[0];
        for (int d = 0; d < features.length; d++) {
            odds += weights[d + 1] * features[d];
        }
        return 1 / (1 + Math.exp(-odds));
    }

    private static double[] standard(double[] row, double[] mean, double[] deviation) {
        var standard = new double[row.length];
        for (int d = 0; d < row.length; d++) {
            standard[d] = deviation[d] == 0 ? 0 : (row[d] - mean[d]) / deviation[d];
        }
        return standard;
    }

    private static double[] newton(double[][] rows, List<Boolean> outcomes, double ridge) {
        int size = rows[0].length + 1;
        var weights = new double[size];
        for (int step = 0; step < MOST_STEPS; step++) {
            var system = new double[size][size + 1]; // the Hessian and, in its last column, the gradient
            for (int n = 0; n < rows.length; n++) {
                double p = probability(weights, rows[n]);
                double error = (outcomes.get(n) ? 1 : 0) - p;
                for (int i = 0; i < size; i++) {
                    double xi = i == 0 ? 1 : rows[n][i - 1];
                    system[i][size] += error * xi;
                    for (int j = 0; j < size; j++) {
                        system[i][j] += p * (1 - p) * xi * (j == 0 ? 1 : rows[n][j - 1]);
                    }
                }
            }
            for (int i = 1; i < size; i++) {
                system[i][i] += ridge;
                system[i][size] -= ridge * weights[i];
            }
            system[0][0] += SMALL_STEP; // keeps it solvable where all outcomes are the same
            var change = solved(system);
            for (int i = 0; i < size; i++) {
                weights[i] += change[i];
            }
            if (Arrays.stream(change).allMatch(c -> Math.abs(c) < SMALL_STEP)) {
                break;
            }
        }
        return weights;
    }

    /** Solves a positive definite system by elimination. */
    private static double[] solved(double[][] system) {
        int size = system.length;
        for (int pivot = 0; pivot < size; pivot++) {
            for (int row = pivot + 1; row < size; row++) {
                double factor = system[row][pivot] / system[pivot][pivot];
                for (int column = pivot; column <= size; column++) {
                    system[row][column] -= factor * system[pivot][column];
                }
            }
        }
        var solution = new double[size];
        for (int row = size - 1; row >= 0; row--) {
            double rest = system[row][size];
            for (int column = row + 1; column < size; column++) {
                rest -= system[row][column] * solution[column];
            }
            solution[row] = rest / system[row][row];
        }
        return solution;
    }
}
