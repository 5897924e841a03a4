package dev.clausewatch.cli.brokers;

import picocli.CommandLine.Command;

/** {@code dead-letters}: what services could not process. */
@Command(
        name = "dead-letters",
        description = "List, show, send back and drop what services could not process.",
        subcommands = {
            DeadLettersListCommand.class,
            DeadLettersShowCommand.class,
            DeadLettersReplayCommand.class,
            DeadLettersDropCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
public final class DeadLettersCommand {}
