package dev.clausewatch.diff.change;

import dev.clausewatch.diff.align.Subsequences;
import dev.clausewatch.events.DiffOp;
import dev.clausewatch.events.DiffRun;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What changed in a provision word by word, in runs that a person can read. The runs cover both texts and rebuild them. */
public final class WordDiff {

    private static final String RAISED = "(?:\\^[-−+]?+\\p{N}++)?+";
    // A figure is read as one: its sign, money, separators, powers and fractions.
    private static final Pattern TOKEN = Pattern.compile(
            "~~[^~]++~~|(?:(?<![^\\s(])[-−+])?+\\p{Sc}?+(?:(?<![\\p{L}\\p{N}.])\\.)?\\p{N}++(?:[.,:/]\\p{N}++)*+"
                    + RAISED + "%?+" + "|[\\p{L}\\p{M}\\p{N}]++(?:['’][\\p{L}\\p{M}]++)*+" + RAISED + "|\\s++|.",
            Pattern.DOTALL);
    private static final int LONGEST_ISLAND = 3;
    private static final double KEPT_AT_LEAST = 0.2;

    private WordDiff() {}

    /** The runs from one text to the other, in order; none for equal texts. */
    public static List<DiffRun> between(String before, String after) {
        if (before.equals(after)) {
            return List.of();
        }
        List<String> old = tokens(before);
        List<String> now = tokens(after);
        List<Step> steps = readable(steps(Subsequences.common(old, now), old, now), old, now);
        return runs(trimmed(steps, old, now), old, now);
    }

    /** A stretch of tokens: kept on both sides, or replaced. */
    private record Step(boolean kept, int from, int to, int newFrom, int newTo) {

        Step and(Step next) {
            return new Step(kept && next.kept, from, next.to, newFrom, next.newTo);
        }

        Step inner(int start, int end) {
            return new Step(kept, from + start, to - end, newFrom + start, newTo - end);
        }

        boolean isEmpty() {
            return from == to && newFrom == newTo;
        }
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }

    private static List<Step> steps(int[] partners, List<String> old, List<String> now) {
        List<Step> steps = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            int from = i;
            int newFrom = j;
            while (i < old.size() && partners[i] == j) {
                i++;
                j++;
            }
            if (i > from) {
                steps.add(new Step(true, from, i, newFrom, j));
                continue;
            }
            while (i < old.size() && partners[i] < 0) {
                i++;
            }
            j = i < old.size() ? partners[i] : now.size();
            steps.add(new Step(false, from, i, newFrom, j));
        }
        return steps;
    }

    /** Merges replaced stretches that are separated by a few kept words only, since a fragmented diff is hard to read. */
    private static List<Step> readable(List<Step> steps, List<String> old, List<String> now) {
        List<Step> joined = new ArrayList<>();
        for (int k = 0; k < steps.size(); k++) {
            Step step = steps.get(k);
            boolean between = !joined.isEmpty() && !joined.getLast().kept() && k + 1 < steps.size();
            if (step.kept() && between && isIsland(step, joined.getLast(), steps.get(k + 1), old, now)) {
                joined.add(joined.removeLast().and(step).and(steps.get(++k)));
            } else {
                joined.add(step);
            }
        }
        int kept = joined.stream()
                .filter(Step::kept)
                .mapToInt(step -> words(old, step.from(), step.to()))
                .sum();
        int longer = Math.max(words(old, 0, old.size()), words(now, 0, now.size()));
        return kept < KEPT_AT_LEAST * longer && kept <= 2 * LONGEST_ISLAND
                ? List.of(new Step(false, 0, old.size(), 0, now.size()))
                : joined;
    }

    /** Keeps what a replaced stretch begins and ends with on both sides: joining islands may have taken it in. */
    private static List<Step> trimmed(List<Step> steps, List<String> old, List<String> now) {
        List<Step> trimmed = new ArrayList<>();
        for (Step step : steps) {
            int start = 0;
            int shorter = Math.min(step.to() - step.from(), step.newTo() - step.newFrom());
            while (!step.kept() && start < shorter && same(old, step.from() + start, now, step.newFrom() + start)) {
                start++;
            }
            int end = 0;
            while (!step.kept()
                    && end < shorter - start
                    && same(old, step.to() - 1 - end, now, step.newTo() - 1 - end)) {
                end++;
            }
            add(trimmed, new Step(true, step.from(), step.from() + start, step.newFrom(), step.newFrom() + start));
            add(trimmed, step.inner(start, end));
            add(trimmed, new Step(true, step.to() - end, step.to(), step.newTo() - end, step.newTo()));
        }
        return trimmed;
    }

    private static void add(List<Step> steps, Step step) {
        if (step.isEmpty()) {
            return;
        }
        boolean goesOn = !steps.isEmpty() && steps.getLast().kept() == step.kept();
        steps.add(goesOn ? steps.removeLast().and(step) : step);
    }

    private static boolean same(List<String> old, int i, List<String> now, int j) {
        return old.get(i).equals(now.get(j));
    }

    private static boolean isIsland(Step island, Step left, Step right, List<String> old, List<String> now) {
        int kept = words(old, island.from(), island.to());
        return kept <= LONGEST_ISLAND
                && 2 * kept < Math.min(changed(left, old, now), 6) + Math.min(changed(right, old, now), 6);
    }

    private static int changed(Step step, List<String> old, List<String> now) {
        return Math.max(words(old, step.from(), step.to()), words(now, step.newFrom(), step.newTo()));
    }

    private static int words(List<String> tokens, int from, int to) {
        int words = 0;
        for (String token : tokens.subList(from, to)) {
            words += Character.isLetterOrDigit(token.codePointAt(token.length() - 1)) ? 1 : 0;
        }
        return words;
    }

    private static List<DiffRun> runs(List<Step> steps, List<String> old, List<String> now) {
        List<DiffRun> runs = new ArrayList<>();
        int before = 0;
        int after = 0;
        for (Step step : steps) {
            int deleted = length(old, step.from(), step.to());
            int inserted = length(now, step.newFrom(), step.newTo());
            if (step.kept()) {
                runs.add(new DiffRun(DiffOp.EQUAL, before, before + deleted, after, after + inserted));
            } else {
                if (deleted > 0) {
                    runs.add(new DiffRun(DiffOp.DELETE, before, before + deleted, after, after));
                }
                if (inserted > 0) {
                    runs.add(new DiffRun(DiffOp.INSERT, before + deleted, before + deleted, after, after + inserted));
                }
            }
            before += deleted;
            after += inserted;
        }
        return runs;
    }

    private static int length(List<String> tokens, int from, int to) {
        int length = 0;
        for (String token : tokens.subList(from, to)) {
            length += token.codePointCount(0, token.length());
        }
        return length;
    }
}
