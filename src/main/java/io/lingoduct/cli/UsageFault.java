package io.lingoduct.cli;

import io.lingoduct.config.names.NearestName;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Fault of a command line, in the words of the user.
 *
 * @param command the command at whose place it stands
 */
record UsageFault(CommandLine command, String reason) {

    /** The fault that an exception of the parser stands for; one further up the command line goes before it. */
    static UsageFault of(ParameterException fault) {
        var command = fault.getCommandLine();
        for (var parent = command.getParent(); parent != null; parent = parent.getParent()) {
            if (!parent.getUnmatchedArguments().isEmpty()) {
                return new UsageFault(parent, unmatched(parent, parent.getUnmatchedArguments(), fault));
            }
        }
        return fault instanceof UnmatchedArgumentException unmatched
                ? new UsageFault(command, unmatched(command, unmatched.getUnmatched(), fault))
                : new UsageFault(command, plain(fault));
    }

    /**
     * Runs what was asked for. Help is not given for a command that does not exist: the parser passes over what it does not
     * know once it has seen {@code --help}.
     */
    static int run(ParseResult parsed) {
        for (var result = parsed; result != null; result = result.hasSubcommand() ? result.subcommand() : null) {
            var command = result.commandSpec().commandLine();
            var unknown = result.unmatched();
            if (!command.getSubcommands().isEmpty() && !unknown.isEmpty() && !isOption(unknown.get(0))) {
                throw new UnmatchedArgumentException(command, unknown);
            }
        }
        return new RunLast().execute(parsed);
    }

    private static String unmatched(CommandLine command, List<String> arguments, ParameterException fault) {
        var first = arguments.get(0);
        if (isOption(first)) {
            return fault instanceof UnmatchedArgumentException ? plain(fault) : "there is no option " + first;
        } else if (command.getSubcommands().isEmpty()) {
            return "there is no use for '" + first + "' here";
        }
        var meant = NearestName.of(first, command.getSubcommands().keySet())
                .map(near -> "; is " + near + " meant?")
                .orElse("");
        return "there is no command " + first + meant;
    }

    private static String plain(ParameterException fault) {
        return fault.getMessage().replaceFirst("^Error: ", "");
    }

    private static boolean isOption(String argument) {
        return argument.startsWith("-");
    }
}
