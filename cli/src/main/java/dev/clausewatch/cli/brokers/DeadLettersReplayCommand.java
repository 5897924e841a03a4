package dev.clausewatch.cli.brokers;

import dev.clausewatch.brokers.DeadLetter;
import dev.clausewatch.brokers.DeadLetterBox;
import dev.clausewatch.brokers.DeadLetterTopic;
import dev.clausewatch.brokers.LetterRecord;
import dev.clausewatch.brokers.RecordPlace;
import dev.clausewatch.brokers.UnusableLetterException;
import dev.clausewatch.cli.CommandFailedException;
import dev.clausewatch.cli.Summary;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dead-letters replay}: sends letters back to the topics that they came from. */
@Command(
        name = "replay",
        description = "Send dead letters back to the topic that they came from, once their service can process them.",
        footer =
                "The letter stays where it is until its time is over; list says that it was sent back. What is no event is"
                        + " not sent: it would only die again. Exit code 1 when one was not sent.",
        mixinStandardHelpOptions = true)
final class DeadLettersReplayCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final BrokersOption brokers = new BrokersOption();

    @Mixin
    private final ServiceOption service = new ServiceOption();

    @Parameters(paramLabel = "ID", arity = "0..*", description = "topic/partition/offset, as list has it")
    private List<String> ids = List.of();

    @Option(names = "--all", description = "all that were not sent back yet, the oldest of each topic first")
    private boolean all;

    private final Map<RecordPlace, RecordPlace> sent = new HashMap<>();
    private int refused;

    @Override
    public Integer call() throws IOException {
        if (all == !ids.isEmpty()) {
            throw CommandFailedException.unusable("Name the letters to send back, or all of them with --all.");
        }
        List<DeadLetterTopic> topics = service.topics();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        int replayed = brokers.letters(box -> {
            List<RecordPlace> letters = all ? open(box, topics) : named();
            Set<DeadLetterTopic> reached = new LinkedHashSet<>();
            for (RecordPlace letter : letters) {
                replay(box, letter, reached);
            }
            reached.forEach(topic -> out.println(ReplayEffect.of(topic)));
            return letters.size() - refused;
        });
        if (replayed + refused == 0) {
            out.println("There are no dead letters to send back.");
        }
        out.println(new Summary("replay")
                .figure("sent", "%d", replayed)
                .figure("refused", "%d", refused)
                .line());
        out.flush();
        return refused == 0 ? 0 : 1;
    }

    private List<RecordPlace> named() throws UnusableLetterException {
        List<RecordPlace> named = new ArrayList<>();
        for (String id : ids) {
            named.add(RecordPlace.parse(id));
        }
        return named;
    }

    private static List<RecordPlace> open(DeadLetterBox box, List<DeadLetterTopic> topics) throws IOException {
        List<RecordPlace> open = new ArrayList<>();
        for (DeadLetterTopic topic : topics) {
            box.list(topic).stream()
                    .filter(letter -> letter.state() == DeadLetter.State.OPEN)
                    .map(DeadLetter::id)
                    .forEach(open::add);
        }
        return open;
    }

    private void replay(DeadLetterBox box, RecordPlace id, Set<DeadLetterTopic> reached) throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            LetterRecord found = box.find(id);
            RecordPlace place = send(box, found);
            out.println("sent " + id + " to " + place);
            reached.add(found.letter().topic());
            note(box, id, place, err);
        } catch (UnusableLetterException e) {
            refused++;
            err.println(e.getMessage());
        }
        out.flush();
        err.flush();
    }

    /** A record that several services could not process is sent once: each of them reads it. */
    private RecordPlace send(DeadLetterBox box, LetterRecord found) throws IOException, UnusableLetterException {
        RecordPlace from = found.letter().from();
        RecordPlace before = from == null ? null : sent.get(from);
        if (before != null) {
            return before;
        }
        RecordPlace place = box.replay(found);
        if (from != null) {
            sent.put(from, place);
        }
        return place;
    }

    /** What was sent is sent, also where nobody may write that down. */
    private static void note(DeadLetterBox box, RecordPlace id, RecordPlace place, PrintWriter err) {
        try {
            box.note(id, place);
        } catch (IOException e) {
            err.println("It is not noted, so that list shows " + id + " as before: " + e.getMessage());
        }
    }
}
