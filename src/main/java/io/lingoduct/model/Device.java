package io.lingoduct.model;

import io.lingoduct.config.Key;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Device that a graph runs on.
 *
 * @param kind the kind that was asked for
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

    /** The key of a configuration that names a device. */
    public static final Key<String> KEY = Key.string(
                    "device", "auto, cpu, cuda or cuda:N; the CPU serves where there is no such GPU.")
            .orElse(AUTO.toString())
            .where(text -> find(text).isPresent(), "expected auto, cpu, cuda or cuda:N");

    /**
     * Reads {@code auto}, {@code cpu}, {@code cuda} or {@code cuda:N}.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    public static Device parse(String text) {
        return find(text)
                .orElseThrow(() ->
                        new IllegalArgumentException("device must be auto, cpu, cuda or cuda:N, not \"" + text + "\""));
    }

    private static Optional<Device> find(String text) {
        var cuda = CUDA.matcher(text);
        if (cuda.matches()) {
            return Optional.of(new Device(Kind.CUDA, cuda.group(1) == null ? 0 : Integer.parseInt(cuda.group(1))));
        }
        return switch (text) {
            case "auto" -> Optional.of(AUTO);
            case "cpu" -> Optional.of(CPU);
            default -> Optional.empty();
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
