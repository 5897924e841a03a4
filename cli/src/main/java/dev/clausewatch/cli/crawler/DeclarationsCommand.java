package dev.clausewatch.cli.crawler;

import picocli.CommandLine.Command;

/** {@code declarations}: what is watched and how it is read. */
@Command(
        name = "declarations",
        description = "Work on declarations.",
        subcommands = DeclarationsCheckCommand.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class DeclarationsCommand {}
