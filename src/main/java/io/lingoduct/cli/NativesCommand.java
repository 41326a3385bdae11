package io.lingoduct.cli;

import io.lingoduct.process.NativeLibraries;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code natives}: for whoever builds an image, so that its containers find everything in place. */
@Command(
        name = "natives",
        description = {
            "Unpacks the native libraries, unless they are unpacked, and prints the folder that they lie in.",
            "Every command does so when it starts; LINGODUCT_NATIVES names another folder than the user's cache."
        },
        mixinStandardHelpOptions = true,
        hidden = true)
final class NativesCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        var out = spec.commandLine().getOut();
        out.println(NativeLibraries.prepare());
        out.flush();
    }
}
