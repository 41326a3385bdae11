package io.lingoduct.process;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a Java process with this one's options and class path. Ctrl-C in a terminal, which goes to every process
 * there, is left to this one.
 */
public final class JavaCommand {

    private static final Path SHELL = Path.of("/bin/sh");

    private JavaCommand() {}

    /**
     * @param options for the virtual machine, behind those of this one
     * @param main the class to run
     * @param arguments of its {@code main}
     */
    public static List<String> of(List<String> options, Class<?> main, List<String> arguments) {
        var command = new ArrayList<String>();
        if (Files.isExecutable(SHELL)) {
            // A signal that is ignored stays so in what the shell turns into.
            command.addAll(List.of(SHELL.toString(), "-c", "trap '' INT; exec \"$0\" \"$@\""));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-agent") && !option.startsWith("-javaagent"))
                .forEach(command::add);
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return command;
    }
}
