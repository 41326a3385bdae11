package io.lingoduct.bench.peak;

/**
 * Operations of matrix products, an addition and a multiplication being two.
 *
 * @param float32 in float32
 * @param int8 in 8-bit integers
 */
public record Work(double float32, double int8) {

    public static final Work NONE = new Work(0, 0);

    public Work plus(Work other) {
        return new Work(float32 + other.float32, int8 + other.int8);
    }

    Work times(double factor) {
        return new Work(factor * float32, factor * int8);
    }

    /** Seconds that the work takes at the peak of both kinds. */
    public double idealSeconds(Peaks peaks) {
        double floatSeconds = float32 == 0 ? 0 : 1e-9 * float32 / peaks.f32Gflops();
        double integerSeconds = int8 == 0 ? 0 : 1e-9 * int8 / peaks.int8Gops();
        return floatSeconds + integerSeconds;
    }
}
