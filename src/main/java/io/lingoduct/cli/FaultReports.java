package io.lingoduct.cli;

import io.lingoduct.config.ConfigException;
import io.lingoduct.model.BundleException;
import io.lingoduct.tools.KafkaToolException;
import java.io.FileNotFoundException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
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
        if (fault instanceof BundleException
                || fault instanceof ConfigException
                || fault instanceof InputFileException
                || fault instanceof KafkaToolException) {
            return report(command, fault, name + ": " + fault.getMessage(), ExitCode.USAGE);
        } else if (fault instanceof NoSuchFileException || fault instanceof FileNotFoundException) {
            return report(command, fault, name + ": no such file: " + fault.getMessage(), ExitCode.USAGE);
        } else {
            return report(command, fault, name + ": " + fault, ExitCode.SOFTWARE);
        }
    }

    private int report(CommandLine command, Exception fault, String line, int exitCode) {
        PrintWriter err = command.getErr();
        err.println(line);
        if (withStackTrace) {
            fault.printStackTrace(err);
        }
        err.flush();
        return exitCode;
    }
}
