package io.lingoduct.model;

import java.util.regex.Pattern;

/**
 * Where a graph runs.
 *
 * @param kind what was asked for
 * @param number of the GPU, from 0; of no meaning for the CPU
 */
public record Device(Kind kind, int number) {

    /** The CPU, a certain NVIDIA GPU, or a GPU where there is one and the CPU elsewhere. */
    public enum Kind {
        AUTO,
        CPU,
        CUDA
    }

    public static final Device AUTO = new Device(Kind.AUTO, 0);
    public static final Device CPU = new Device(Kind.CPU, 0);

    private static final Pattern CUDA = Pattern.compile("cuda(?::(\\d{1,3}))?");

    /**
     * Reads {@code auto}, {@code cpu}, {@code cuda} or {@code cuda:N}.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    public static Device parse(String text) {
        var cuda = CUDA.matcher(text);
        if (cuda.matches()) {
            return new Device(Kind.CUDA, cuda.group(1) == null ? 0 : Integer.parseInt(cuda.group(1)));
        }
        return switch (text) {
            case "auto" -> AUTO;
            case "cpu" -> CPU;
            default ->
                throw new IllegalArgumentException("device must be auto, cpu, cuda or cuda:N, not \"" + text + "\"");
        };
    }

    @Override
    public String toString() {
        return switch (kind) {
            case AUTO -> "auto";
            case CPU -> "cpu";
            case CUDA -> "cuda:" + number;
        };
    }
}
