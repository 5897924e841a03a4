package dev.clausewatch.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change means.
 *
 * @param types the types of the differences of the provisions that matter
 * @param areas the areas of those types
 * @param materiality the highest of the provisions
 * @param severity the highest of the provisions that matter; absent where none was assessed and when only the form changed
 * @param direction of those provisions of that severity for which it is clear: mixed, where some get worse and some better; absent where it is clear for none
 * @param headline what it does to whom, the worst first, in one line of at most 110 characters; absent in events of earlier releases
 * @param summary which document changed, by how much, and what that does to whom, in plain sentences, the worst first
 * @param alert whether the change alerts: it is alertable and at or above the materiality threshold. A pending change alerts when
 *     {@code change.settled} confirms it. A later classification repeats the first one's value, since only the first one alerts
 * @param alertReason stable code for that: {@code material-change}, {@code minor-change}, {@code editorial-change}, {@code not-assessed},
 *     {@code below-threshold} or {@code not-alertable}
 */
public record ChangeMeaning(
        List<String> types,
        List<String> areas,
        Materiality materiality,
        @Nullable Severity severity,
        @Nullable Direction direction,
        @Nullable String headline,
        String summary,
        boolean alert,
        String alertReason) {

    public ChangeMeaning {
        Required.present(materiality, "materiality");
        Required.present(summary, "summary");
        Required.text(alertReason, "alertReason");
        types = Lists.copy(types);
        areas = Lists.copy(areas);
    }

    /** The same, told to subscribers where an earlier answer was. */
    public ChangeMeaning alertingLike(ChangeMeaning earlier) {
        return new ChangeMeaning(
                types, areas, materiality, severity, direction, headline, summary, earlier.alert, earlier.alertReason);
    }
}
