package dev.clausewatch.gateway.feeds;

import dev.clausewatch.gateway.changes.Redline;
import java.util.ArrayList;
import java.util.List;

/** A redline without its evidence: words that went, came or stayed together are one run. */
final class MergedRedline {

    private MergedRedline() {}

    static List<Redline.Run> of(List<Redline.Run> runs) {
        List<Redline.Run> merged = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < runs.size(); i++) {
            Redline.Run run = runs.get(i);
            words.append(run.text());
            if (i + 1 == runs.size() || !runs.get(i + 1).op().equals(run.op())) {
                merged.add(new Redline.Run(run.op(), words.toString(), false));
                words.setLength(0);
            }
        }
        return merged;
    }
}
