package dev.clausewatch.cli.differ;

import dev.clausewatch.cli.Summary;
import dev.clausewatch.cli.differ.HistoryReplay.Pair;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.DiffOp;
import dev.clausewatch.events.DiffRun;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.TextFormat;
import dev.clausewatch.events.TouchedProvision;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The figures of replayed histories. */
final class ReplayFigures {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final List<Long> nanos = new ArrayList<>();
    private int documents;
    private int alerts;
    private int untrue;
    private long changedWords;
    private long touchedWords;

    void add(List<Pair> pairs) {
        documents++;
        for (Pair pair : pairs) {
            nanos.add(pair.nanos());
            alerts += pair.alert() ? 1 : 0;
            untrue += pair.untrue().size();
            ChangeDetected change = pair.change();
            if (change != null && pair.alert()) {
                change.touched().forEach(this::add);
            }
        }
    }

    private void add(TouchedProvision touched) {
        ProvisionText before = touched.before();
        ProvisionText after = touched.after();
        long all = words(before) + words(after);
        touchedWords += all;
        if (before == null || after == null || touched.diff().isEmpty()) {
            changedWords += before == null || after == null ? all : 0;
            return;
        }
        for (DiffRun run : touched.diff()) {
            if (run.op() == DiffOp.DELETE) {
                changedWords += words(TextFormat.slice(before.text(), run.beforeStart(), run.beforeEnd()));
            } else if (run.op() == DiffOp.INSERT) {
                changedWords += words(TextFormat.slice(after.text(), run.afterStart(), run.afterEnd()));
            }
        }
    }

    private static long words(@Nullable ProvisionText text) {
        return text == null ? 0 : words(text.text());
    }

    private static long words(String text) {
        return WORD.matcher(text).results().count();
    }

    /** As {@code measure.md} wants it. */
    Summary summary() {
        List<Long> sorted = nanos.stream().sorted().toList();
        double mean = sorted.stream().mapToLong(Long::longValue).average().orElse(0) / 1e6;
        double p99 = sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(0.99 * sorted.size()) - 1) / 1e6;
        return new Summary("diff")
                .figure("documents", "%d", documents)
                .figure("pairs", "%d", nanos.size())
                .figure("alerts", "%d", alerts)
                .figure("touched-precision", "%.3f", touchedWords == 0 ? 1.0 : (double) changedWords / touchedWords)
                .figure("untrue", "%d", untrue)
                .figure("ms-per-pair", "%.2f", mean)
                .figure("p99-ms", "%.1f", p99);
    }
}
