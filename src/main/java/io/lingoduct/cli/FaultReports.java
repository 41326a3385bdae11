package io.lingoduct.cli;

import io.lingoduct.config.ConfigException;
import io.lingoduct.kafka.ClientFaults;
import io.lingoduct.model.bundle.BundleException;
import io.lingoduct.observe.Printable;
import io.lingoduct.process.NativeLibrariesException;
import io.lingoduct.text.lines.InputFileException;
import io.lingoduct.tools.KafkaToolException;
import java.io.FileNotFoundException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Tells the user what went wrong: one line on standard error for what the user can mend (exit code 2) and for what nobody
 * foresaw (exit code 1).
 *
 * @param withStackTrace whether the stack trace follows
 */
record FaultReports(boolean withStackTrace) implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private static final Collector<CharSequence, ?, String> NEXT_LINE = Collectors.joining(System.lineSeparator());

    @Override
    public int handleParseException(ParameterException fault, String[] args) {
        var usage = UsageFault.of(fault);
        var name = usage.command().getCommandSpec().qualifiedName();
        return report(
                usage.command(), fault, name + ": " + usage.reason() + "; see " + name + " --help", ExitCode.USAGE);
    }

    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) {
        var name = command.getCommandSpec().qualifiedName();
        // Whoever wanted the code: a bundle that needs it is not to blame.
        if (ClientFaults.isOfNativeCode(fault) && !(fault instanceof NativeLibrariesException)) {
            return report(command, fault, name + ": " + explained(fault), ExitCode.SOFTWARE);
        } else if (fault instanceof BundleException
                || fault instanceof ConfigException
                || fault instanceof InputFileException
                || fault instanceof KafkaToolException
                || fault instanceof NativeLibrariesException) {
            return report(command, fault, name + ": " + fault.getMessage(), ExitCode.USAGE);
        } else if (fault instanceof NoSuchFileException || fault instanceof FileNotFoundException) {
            return report(command, fault, name + ": no such file: " + fault.getMessage(), ExitCode.USAGE);
        } else if (fault instanceof UncheckedIOException) {
            return report(command, fault, name + ": " + fault.getMessage(), ExitCode.SOFTWARE);
        } else {
            var reason = fault instanceof KafkaException ? explained(fault) : fault.toString();
            return report(command, fault, name + ": " + reason, ExitCode.SOFTWARE);
        }
    }

    private static String explained(Exception fault) {
        return ClientFaults.of(Map.of(), "").explain(fault).orElseGet(fault::toString);
    }

    /** Whether line breaks are its own: one line for each fault, or a picture of the usage. */
    private static boolean isOfSeveralLines(Exception fault) {
        return fault instanceof ConfigException || fault instanceof ParameterException;
    }

    private int report(CommandLine command, Exception fault, String line, int exitCode) {
        PrintWriter err = command.getErr();
        err.println(
                isOfSeveralLines(fault) ? line.lines().map(Printable::line).collect(NEXT_LINE) : Printable.line(line));
        if (withStackTrace) {
            err.print(Printable.trace(fault));
        }
        err.flush();
        return exitCode;
    }
}
