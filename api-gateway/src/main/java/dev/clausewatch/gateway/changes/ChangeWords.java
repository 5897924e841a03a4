package dev.clausewatch.gateway.changes;

import java.util.Locale;
import java.util.Map;

/** What people read for the codes of changes. */
public final class ChangeWords {

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("BASELINE", "First version"),
            Map.entry("REVERTED", "Returned to an earlier text"),
            Map.entry("TECHNICAL", "Read differently"),
            Map.entry("SUSPECT", "Suspect text"),
            Map.entry("LOW", "Low severity"),
            Map.entry("MEDIUM", "Medium severity"),
            Map.entry("HIGH", "High severity"),
            Map.entry("WORSE", "Worse for those bound"),
            Map.entry("BETTER", "Better for those bound"),
            Map.entry("MIXED", "Worse and better"),
            Map.entry("NEUTRAL", "Neither worse nor better"),
            Map.entry("PENDING", "Waiting to settle"),
            Map.entry("SETTLED", "Settled at once"),
            Map.entry("CONFIRMED", "Confirmed"),
            Map.entry("WITHDRAWN", "Withdrawn before anybody was told"),
            Map.entry("SUPERSEDED", "Superseded by a later change"));

    private static final Map<String, String> EXPLANATIONS = Map.of(
            "BASELINE", "The first version that we have. There is nothing to compare it with yet.",
            "EDITORIAL", "Typography, order, numbering, links or dates only. Nobody is told.",
            "REVERTED", "The document has the text of an earlier version again.",
            "TECHNICAL",
                    "The page is read differently than before. The terms are not known to have changed; words that no"
                            + " version had may be new.",
            "SUSPECT",
                    "The text collapsed or turned into something else. It is captured again before anybody is told.");

    private static final String IMPORTED_SUSPECT =
            "The text that the archive has collapsed or turned into something else. It was imported, so nobody is"
                    + " told.";

    private ChangeWords() {}

    /** A code in words: {@code REVERTED}, {@code link-targets-only}. */
    public static String label(String code) {
        String known = LABELS.get(code);
        if (known != null) {
            return known;
        }
        String words = code.replace('_', ' ').replace('-', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** What a kind of change means, for changes that nothing else is said of. */
    public static String explanation(String kind, boolean imported) {
        if (imported && kind.equals("SUSPECT")) {
            return IMPORTED_SUSPECT;
        }
        return EXPLANATIONS.getOrDefault(kind, "Its meaning is being worked out.");
    }

    /** What a change does to whom, in a line; of a classification of an earlier release its summary. */
    public static String headline(ChangeDetail change) {
        ChangeDetail.Meaning meaning = change.meaning();
        if (meaning == null || meaning.summary().isBlank()) {
            return explanation(change.kind(), change.imported());
        }
        String headline = meaning.headline();
        return headline == null ? meaning.summary() : headline;
    }
}
