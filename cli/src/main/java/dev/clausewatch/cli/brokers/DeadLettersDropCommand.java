package dev.clausewatch.cli.brokers;

import dev.clausewatch.brokers.DeadLetter;
import dev.clausewatch.brokers.RecordPlace;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dead-letters drop}: cuts a topic of dead letters off behind a letter. */
@Command(
        name = "drop",
        description = "Drop a dead letter and all before it on its topic: Kafka can only cut off from the beginning.",
        footer = "Without --yes it says what would go, and ends with 1.",
        mixinStandardHelpOptions = true)
final class DeadLettersDropCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final BrokersOption brokers = new BrokersOption();

    @Parameters(paramLabel = "ID", description = "topic/partition/offset of the last one to go, as list has it")
    private String id = "";

    @Option(names = "--yes", description = "do it")
    private boolean yes;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        List<DeadLetter> gone = brokers.letters(box -> {
            RecordPlace last = RecordPlace.parse(id);
            List<DeadLetter> letters = box.upTo(last);
            if (yes) {
                box.dropUpTo(last);
            }
            return letters;
        });
        gone.forEach(letter -> out.print(LetterText.of(letter)));
        String letters = gone.size() == 1 ? "1 dead letter" : gone.size() + " dead letters";
        out.println(
                yes
                        ? "Dropped: " + letters + "."
                        : letters + " would go, the named one last. Nothing was dropped: --yes does it.");
        out.flush();
        return yes ? 0 : 1;
    }
}
