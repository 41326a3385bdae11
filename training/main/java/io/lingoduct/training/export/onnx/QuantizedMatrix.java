package io.lingoduct.training.export.onnx;

/**
 * A matrix in 8-bit integers, one scale for each of its output units (symmetric, per channel).
 *
 * <p>The integers keep to 7 bits. Processors without VNNI add two products of activation and weight in 16 bits, which
 * saturate: with activations up to 255 a pair is exact only while weights stay within 63. So the same integers give the same
 * sums on every machine, at the cost of half a bit of signal to noise that translation scores do not notice.
 *
 * @param values {@code [inputs, units]}, row by row
 * @param scales {@code [units]}; a weight is its integer times its unit's scale
 */
record QuantizedMatrix(byte[] values, float[] scales) {

    static final int LARGEST = 63;

    /** @param matrix {@code [units, inputs]}, as libtorch keeps it */
    static QuantizedMatrix of(float[] matrix, int units) {
        int inputs = matrix.length / units;
        var values = new byte[matrix.length];
        var scales = new float[units];
        for (int unit = 0; unit < units; unit++) {
            int row = unit * inputs;
            float largest = 0;
            for (int i = 0; i < inputs; i++) {
                largest = Math.max(largest, Math.abs(matrix[row + i]));
            }
            float scale = largest == 0 ? 1 : largest / LARGEST;
            for (int i = 0; i < inputs; i++) {
                values[i * units + unit] = (byte) Math.round(matrix[row + i] / scale);
            }
            scales[unit] = scale;
        }
        return new QuantizedMatrix(values, scales);
    }
}
