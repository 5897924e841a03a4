package dev.clausewatch.diff.commands;

import picocli.CommandLine.Command;

/** {@code eval}: measures a core on files. */
@Command(
        name = "eval",
        description = "Measure the differ on histories of documents.",
        subcommands = {EvalDiffCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class EvalCommand {}
