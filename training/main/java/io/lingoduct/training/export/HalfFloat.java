package io.lingoduct.training.export;

/** IEEE 754 binary16, which Java 17 cannot write. */
final class HalfFloat {

    private static final int EXPONENT_SHIFT = 13;

    private HalfFloat() {}

    /**
     * The bits of a value that binary16 holds exactly.
     *
     * @throws IllegalArgumentException if it does not
     */
    static short exactBits(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        int exponent = (bits >>> 23 & 0xff) - 127;
        int fraction = bits & 0x7fffff;
        if (exponent == -127 && fraction == 0) {
            return (short) sign;
        }
        if (exponent >= -14 && exponent <= 15 && (fraction & 0x1fff) == 0) {
            return (short) (sign | exponent + 15 << 10 | fraction >>> EXPONENT_SHIFT);
        }
        // Subnormal halves: the leading one becomes explicit and everything moves to the right.
        int shift = EXPONENT_SHIFT - 14 - exponent;
        int mantissa = fraction | 0x800000;
        if (exponent < -14 && exponent >= -24 && (mantissa & (1 << shift) - 1) == 0) {
            return (short) (sign | mantissa >>> shift);
        }
        throw new IllegalArgumentException(value + " is not a half-precision number");
    }
}
