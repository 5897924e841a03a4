package dev.clausewatch.cli;

import dev.clausewatch.cli.classifier.EvalChangesCommand;
import dev.clausewatch.cli.classifier.EvalClassifyCommand;
import dev.clausewatch.cli.crawler.EvalExtractCommand;
import dev.clausewatch.cli.differ.EvalDiffCommand;
import dev.clausewatch.cli.search.EvalSearchCommand;
import picocli.CommandLine.Command;

/** {@code eval}: measures the cores on labelled files. */
@Command(
        name = "eval",
        description =
                "Measure how well pages are read, compared, classified and found, on files with the right answers.",
        subcommands = {
            EvalExtractCommand.class,
            EvalDiffCommand.class,
            EvalClassifyCommand.class,
            EvalChangesCommand.class,
            EvalSearchCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class EvalCommand {}
