package dev.clausewatch.cli.crawler;

import picocli.CommandLine.Command;

/** {@code import}: takes histories that others kept. */
@Command(
        name = "import",
        description = "Take histories that others kept.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = ImportArchiveCommand.class)
public final class ImportCommand {}
