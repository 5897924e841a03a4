package dev.clausewatch.classifier.commands;

import picocli.CommandLine.Command;

/** {@code eval}: measures the core on labelled files. */
@Command(
        name = "eval",
        description = "Measure the classifier on labelled provisions and changes.",
        subcommands = {EvalClassifyCommand.class, EvalChangesCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class EvalCommand {}
