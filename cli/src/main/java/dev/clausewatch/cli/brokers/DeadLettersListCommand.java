package dev.clausewatch.cli.brokers;

import dev.clausewatch.brokers.DeadLetter;
import dev.clausewatch.brokers.DeadLetterTopic;
import dev.clausewatch.brokers.RecordPlace;
import dev.clausewatch.cli.JsonOption;
import dev.clausewatch.cli.Summary;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dead-letters list}: what lies there, the oldest of each topic first. */
@Command(
        name = "list",
        description = "Every dead letter: where it lies, when, of which document, why, and what became of it.",
        footer =
                "With --json: {letters, open, results[{id, at, service, state, key?, type?, eventId?, reason?, from?, sentTo?,"
                        + " bytes}]}; state is open, sent-back, processed or failed-again.",
        mixinStandardHelpOptions = true)
final class DeadLettersListCommand implements Callable<Integer> {

    @Mixin
    private final BrokersOption brokers = new BrokersOption();

    @Mixin
    private final ServiceOption service = new ServiceOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    /** A letter for a program. */
    record Row(
            String id,
            String at,
            String service,
            String state,
            @Nullable String key,
            @Nullable String type,
            @Nullable String eventId,
            @Nullable String reason,
            @Nullable String from,
            @Nullable String sentTo,
            int bytes) {

        static Row of(DeadLetter letter) {
            return new Row(
                    letter.id().toString(),
                    letter.at().toString(),
                    letter.topic().reader().label(),
                    letter.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    letter.key(),
                    letter.type(),
                    letter.eventId(),
                    letter.reason(),
                    text(letter.from()),
                    text(letter.sentTo()),
                    letter.bytes());
        }

        private static @Nullable String text(@Nullable RecordPlace place) {
            return place == null ? null : place.toString();
        }
    }

    @Override
    public Integer call() throws IOException {
        List<DeadLetterTopic> topics = service.topics();
        List<DeadLetter> letters = brokers.letters(box -> {
            List<DeadLetter> found = new ArrayList<>();
            for (DeadLetterTopic topic : topics) {
                found.addAll(box.list(topic));
            }
            return found;
        });
        long open = letters.stream()
                .filter(letter -> letter.state() == DeadLetter.State.OPEN)
                .count();
        Summary summary = new Summary("dead-letters")
                .figure("letters", "%d", letters.size())
                .figure("open", "%d", open)
                .rows("results", letters.stream().map(Row::of).toList());
        if (json.isGiven()) {
            json.print(summary);
            return 0;
        }
        PrintWriter out = json.people();
        letters.forEach(letter -> out.print(LetterText.of(letter)));
        if (letters.isEmpty()) {
            out.println("There are no dead letters.");
        }
        out.println(summary.line());
        out.flush();
        return 0;
    }
}
