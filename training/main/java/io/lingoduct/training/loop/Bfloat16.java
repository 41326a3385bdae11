package io.lingoduct.training.loop;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.LSTMImpl;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Whether this processor can train in {@link Precision#BFLOAT16}: oneDNN has recurrent layers in it from AVX-512 on. */
public final class Bfloat16 {

    private Bfloat16() {}

    /** Tries a recurrent step; there is no list of processors that would stay true. */
    public static boolean isSupported() {
        try (var scope = new PointerScope();
                var noGradient = new NoGradGuard()) {
            torch.set_autocast_dtype(DeviceType.CPU, ScalarType.BFloat16);
            torch.set_autocast_enabled(DeviceType.CPU, true);
            new LSTMImpl(8, 8).forward(torch.zeros(2, 1, 8));
            return true;
        } catch (RuntimeException e) {
            // What libtorch throws has no type that would tell one cause from another.
            return false;
        } finally {
            torch.set_autocast_enabled(DeviceType.CPU, false);
        }
    }
}
