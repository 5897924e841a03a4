package dev.clausewatch.crawler.commands;

import picocli.CommandLine.Command;

/** {@code eval}: measures a core on files. */
@Command(
        name = "eval",
        description = "Measure the crawler's core on files.",
        subcommands = {EvalExtractCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class EvalCommand {}
