package dev.clausewatch.classifier.assess;

import dev.clausewatch.classifier.learn.Hunk;
import dev.clausewatch.events.ProvisionChange;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What changed, in one plain sentence made of the clause's own words: nothing in quotation marks is ours. */
final class ChangeSentence {

    private static final int LONGEST_QUOTE = 40;
    private static final int MOST_CHARACTERS = 600;
    private static final int QUOTED_HUNKS = 3;
    private static final int SHORT_HUNK = 2;
    private static final Pattern FIGURE = Pattern.compile("\\p{Nd}");
    private static final Pattern TRAILING = Pattern.compile("(?<![,;:.])[,;:.]++$");

    private ChangeSentence() {}

    static String of(Set<ProvisionChange> what, Edit edit) {
        if (edit.isEmpty()) {
            return place(what);
        }
        boolean same = !what.contains(ProvisionChange.EDITED);
        if (same && edit.before().size() == 0 && what.contains(ProvisionChange.SPLIT)) {
            return "Sets apart what stood in the version before: "
                    + quote(edit.after(), 0, edit.after().size()) + ".";
        }
        if (same && edit.after().size() == 0 && what.contains(ProvisionChange.MERGED)) {
            return "Takes away here what still stands elsewhere: "
                    + quote(edit.before(), 0, edit.before().size()) + ".";
        }
        if (edit.before().size() == 0) {
            return "Adds: " + quote(edit.after(), 0, edit.after().size()) + ".";
        }
        if (edit.after().size() == 0) {
            return "Removes: " + quote(edit.before(), 0, edit.before().size()) + ".";
        }
        return edited(edit);
    }

    private static String place(Set<ProvisionChange> what) {
        if (what.contains(ProvisionChange.MOVED)) {
            return "Moves this clause; its words stay.";
        }
        return what.contains(ProvisionChange.RENUMBERED)
                ? "Renumbers this clause; its words stay."
                : "Changes how this clause is written; its words stay.";
    }

    private static String edited(Edit edit) {
        List<Hunk> hunks = edit.quotable();
        List<Hunk> quoted = hunks.stream()
                .sorted(Comparator.comparingInt(hunk -> -weight(hunk, edit)))
                .limit(QUOTED_HUNKS)
                .sorted(Comparator.comparingInt(Hunk::afterFrom))
                .toList();
        String sentences = quoted.stream().map(hunk -> sentence(hunk, edit)).collect(Collectors.joining(" "));
        int rest = hunks.size() - quoted.size();
        return rest == 0
                ? sentences
                : sentences + " " + rest + (rest == 1 ? " more place differs." : " more places differ.");
    }

    /** Figures first, then the longest. */
    private static int weight(Hunk hunk, Edit edit) {
        boolean figures = hasFigure(edit.after(), hunk.afterFrom(), hunk.afterTo())
                || hasFigure(edit.before(), hunk.beforeFrom(), hunk.beforeTo());
        return (figures ? 1000 : 0) + hunk.beforeTo() - hunk.beforeFrom() + hunk.afterTo() - hunk.afterFrom();
    }

    private static boolean hasFigure(TokenizedText wording, int from, int to) {
        return wording.tokens().subList(from, to).stream()
                .anyMatch(token -> FIGURE.matcher(token.printed()).find());
    }

    private static String sentence(Hunk hunk, Edit edit) {
        if (hunk.isInsertion()) {
            return "Adds " + quote(edit.after(), hunk.afterFrom(), hunk.afterTo()) + ".";
        }
        if (hunk.isDeletion()) {
            return "Removes " + quote(edit.before(), hunk.beforeFrom(), hunk.beforeTo()) + ".";
        }
        // A lone figure says nothing: the word behind it is the same on both sides.
        int behind = hunk.afterTo() - hunk.afterFrom() <= SHORT_HUNK ? 1 : 0;
        return "Changes " + quote(edit.before(), hunk.beforeFrom(), hunk.beforeTo() + behind) + " to "
                + quote(edit.after(), hunk.afterFrom(), hunk.afterTo() + behind) + ".";
    }

    private static String quote(TokenizedText wording, int from, int to) {
        boolean cut = to - from > LONGEST_QUOTE;
        String words = wording.quote(from, cut ? from + LONGEST_QUOTE : to);
        if (words.length() > MOST_CHARACTERS) {
            cut = true;
            words = words.substring(
                    0,
                    Character.isHighSurrogate(words.charAt(MOST_CHARACTERS - 1))
                            ? MOST_CHARACTERS - 1
                            : MOST_CHARACTERS);
        }
        return "\u201c" + TRAILING.matcher(words).replaceFirst("") + (cut ? " \u2026" : "") + "\u201d";
    }
}
