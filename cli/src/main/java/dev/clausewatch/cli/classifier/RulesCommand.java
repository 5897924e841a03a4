package dev.clausewatch.cli.classifier;

import picocli.CommandLine.Command;

/** {@code rules}: rules of one's own. */
@Command(
        name = "rules",
        description = "Rules of your own.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = RulesCheckCommand.class)
public final class RulesCommand {}
