package dev.clausewatch.classifier.commands;

import picocli.CommandLine.Command;

/** {@code rules}: rules of one's own. */
@Command(
        name = "rules",
        description = "Rules of your own.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = RulesCheckCommand.class)
final class RulesCommand {}
