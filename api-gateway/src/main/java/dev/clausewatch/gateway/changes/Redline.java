package dev.clausewatch.gateway.changes;

import dev.clausewatch.events.DiffOp;
import dev.clausewatch.events.DiffRun;
import dev.clausewatch.events.EvidenceSpan;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.Side;
import dev.clausewatch.events.TouchedProvision;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A provision as a lawyer reads an amendment: kept, deleted and inserted words in one text, with the evidence words marked.
 */
public final class Redline {

    private static final CodePoints NOTHING = new CodePoints("");

    private final CodePoints before;
    private final CodePoints after;
    private final List<EvidenceSpan> evidence;
    private final List<Run> runs = new ArrayList<>();

    private Redline(@Nullable ProvisionText before, @Nullable ProvisionText after, List<EvidenceSpan> evidence) {
        this.before = before == null ? NOTHING : new CodePoints(before.text());
        this.after = after == null ? NOTHING : new CodePoints(after.text());
        this.evidence = evidence;
    }

    /**
     * Words that belong together.
     *
     * @param op {@code EQUAL}, {@code DELETE} or {@code INSERT}
     * @param text the words
     * @param evidence whether the provision's meaning rests on them
     */
    public record Run(String op, String text, boolean evidence) {

        /** Whether the words were taken out. */
        public boolean deleted() {
            return op.equals("DELETE");
        }

        /** Whether the words are new. */
        public boolean inserted() {
            return op.equals("INSERT");
        }
    }

    /**
     * The redline of a provision.
     *
     * @param evidence the words on which its meaning rests
     */
    public static List<Run> of(TouchedProvision touched, List<EvidenceSpan> evidence) {
        Redline redline = new Redline(touched.before(), touched.after(), evidence);
        if (touched.diff().isEmpty()) {
            redline.whole(touched);
        } else {
            touched.diff().forEach(redline::add);
        }
        return List.copyOf(redline.runs);
    }

    /** Without a word diff: one side only, both the same, or too large to have been compared. */
    private void whole(TouchedProvision touched) {
        ProvisionText was = touched.before();
        ProvisionText is = touched.after();
        if (was != null && is != null && was.text().equals(is.text())) {
            add(DiffOp.EQUAL, 0, after.length());
            return;
        }
        add(DiffOp.DELETE, 0, before.length());
        add(DiffOp.INSERT, 0, after.length());
    }

    private void add(DiffRun run) {
        switch (run.op()) {
            case EQUAL, UNKNOWN -> add(DiffOp.EQUAL, run.afterStart(), run.afterEnd());
            case INSERT -> add(DiffOp.INSERT, run.afterStart(), run.afterEnd());
            case DELETE -> add(DiffOp.DELETE, run.beforeStart(), run.beforeEnd());
        }
    }

    /** Cuts a run where evidence begins or ends. */
    private void add(DiffOp op, int start, int end) {
        CodePoints text = op == DiffOp.DELETE ? before : after;
        Side side = op == DiffOp.DELETE ? Side.BEFORE : Side.AFTER;
        TreeSet<Integer> cuts = new TreeSet<>(List.of(text.within(start), text.within(end)));
        for (EvidenceSpan span : evidence) {
            if (span.side() == side) {
                cuts.addAll(List.of(text.within(span.start()), text.within(span.end())));
            }
        }
        List<Integer> within = List.copyOf(
                cuts.subSet(text.within(start), true, Math.max(text.within(start), text.within(end)), true));
        for (int i = 0; i + 1 < within.size(); i++) {
            int from = within.get(i);
            int to = within.get(i + 1);
            runs.add(new Run(op.name(), text.slice(from, to), isEvidence(side, from, to)));
        }
    }

    private boolean isEvidence(Side side, int from, int to) {
        return evidence.stream().anyMatch(span -> span.side() == side && span.start() <= from && to <= span.end());
    }
}
