package dev.clausewatch.cli;

import dev.clausewatch.cli.brokers.DeadLettersCommand;
import dev.clausewatch.cli.classifier.ReclassifyCommand;
import dev.clausewatch.cli.classifier.RulesCommand;
import dev.clausewatch.cli.classifier.TrainCommand;
import dev.clausewatch.cli.crawler.DeclarationsCommand;
import dev.clausewatch.cli.crawler.EvidenceCommand;
import dev.clausewatch.cli.crawler.ImportCommand;
import dev.clausewatch.cli.doctor.DoctorCommand;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All commands of the {@code clausewatch} script but those that run the stack, its tests and its benches. */
@Command(
        name = "clausewatch",
        description = "Read, compare, classify and prove terms of platforms; and talk to an installation that runs.",
        subcommands = {
            DeadLettersCommand.class,
            DeclarationsCommand.class,
            DoctorCommand.class,
            EvalCommand.class,
            EvidenceCommand.class,
            ImportCommand.class,
            ReclassifyCommand.class,
            RulesCommand.class,
            TrainCommand.class,
            GenerateCompletion.class
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
public final class Clausewatch {

    private Clausewatch() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // What libraries have to say belongs to the logs of services.
        Logger.getLogger("").setLevel(Level.SEVERE);
        System.exit(commandLine().execute(arguments));
    }

    /** All commands, for the process and for tests. */
    public static CommandLine commandLine() {
        return Commands.of(new Clausewatch());
    }
}
