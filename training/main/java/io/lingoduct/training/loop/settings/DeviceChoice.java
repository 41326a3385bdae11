package io.lingoduct.training.loop.settings;

import java.util.regex.Pattern;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.global.torch;

/**
 * Device to train on: {@code auto}, {@code cpu}, {@code cuda} or {@code cuda:N}. CUDA needs a build with the Maven
 * profile {@code gpu}; it has not been run on hardware.
 */
public record DeviceChoice(String text) {

    private static final Pattern CUDA = Pattern.compile("cuda(?::([0-9]{1,2}))?");

    /** Whether the text is one of the four forms. */
    public static boolean isValid(String text) {
        return text.equals("auto") || text.equals("cpu") || CUDA.matcher(text).matches();
    }

    /**
     * The device as libtorch knows it: a GPU for {@code auto} where there is one.
     *
     * @throws IllegalArgumentException if there is no such GPU; the message says why
     */
    public Device find() {
        return new Device(name(torch.cuda_device_count()));
    }

    /** @param gpus devices that libtorch can use; none where it was built without CUDA */
    String name(int gpus) {
        var cuda = CUDA.matcher(text);
        if (!cuda.matches()) {
            return text.equals("auto") && gpus > 0 ? "cuda:0" : "cpu";
        }
        if (gpus == 0) {
            throw new IllegalArgumentException(
                    "libtorch finds no CUDA device: it takes a GPU with its driver, and a build"
                            + " with the Maven profile gpu; auto or cpu trains without");
        }
        int index = cuda.group(1) == null ? 0 : Integer.parseInt(cuda.group(1));
        if (index >= gpus) {
            throw new IllegalArgumentException("the highest number of a CUDA device here is " + (gpus - 1));
        }
        return "cuda:" + index;
    }
}
