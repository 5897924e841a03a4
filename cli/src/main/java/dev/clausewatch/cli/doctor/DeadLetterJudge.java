package dev.clausewatch.cli.doctor;

import dev.clausewatch.brokers.DeadLetter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether somebody has to look after dead letters. */
final class DeadLetterJudge {

    private static final String CHECK = "dead letters";

    private DeadLetterJudge() {}

    static Finding judge(List<DeadLetter> letters) {
        Map<String, Long> open = letters.stream()
                .filter(letter -> letter.state() == DeadLetter.State.OPEN)
                .map(letter -> letter.topic().reader().label())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        if (open.isEmpty()) {
            return Finding.ok(
                    CHECK,
                    letters.isEmpty()
                            ? "There are none."
                            : "There are none but " + letters.size() + " that were sent back.");
        }
        return Finding.warning(
                CHECK,
                "Not processed: "
                        + open.entrySet().stream()
                                .map(of -> of.getValue() + " of " + of.getKey())
                                .collect(Collectors.joining(", "))
                        + ".",
                "./clausewatch dead-letters list says why; replay them once the cause is mended.",
                Runbook.DEAD_LETTERS);
    }
}
