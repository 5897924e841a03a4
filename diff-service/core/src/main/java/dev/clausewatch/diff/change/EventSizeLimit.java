package dev.clausewatch.diff.change;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.Limits;
import dev.clausewatch.events.ProvisionRef;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.Signal;
import dev.clausewatch.events.TouchedProvision;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reduces the detail of an event that would exceed the size limit. */
final class EventSizeLimit {

    private static final String SHORTENED = "shortened";

    /** Half an event: the classifier's event holds the change whole and its own findings beside it. */
    private static final int MOST_BYTES = Limits.EVENT_BYTES / 2;

    private EventSizeLimit() {}

    static ChangeDetected fit(ChangeDetected change) {
        return fit(change, MOST_BYTES);
    }

    /** The change, if necessary with less detail: without word diffs, then also without headings, then also without texts. */
    static ChangeDetected fit(ChangeDetected change, int limit) {
        List<UnaryOperator<ChangeDetected>> savings = List.of(
                EventSizeLimit::withoutDiffs, EventSizeLimit::withoutHeadings, EventSizeLimit::withoutTouchedTexts);
        ChangeDetected fitting = change;
        for (UnaryOperator<ChangeDetected> saving : savings) {
            // A text of a few kilobytes cannot fill an event; measuring means writing it.
            if (mayBeLarge(fitting, limit) && EventCodec.write(fitting).length > limit) {
                fitting = saving.apply(fitting);
            }
        }
        while (mayBeLarge(fitting, limit) && !fitting.touched().isEmpty() && EventCodec.write(fitting).length > limit) {
            fitting = withFewerTouched(fitting, change.touched().size());
        }
        return fitting;
    }

    /** Beyond some ten thousand touched provisions: the first half of what is left, and a signal that says so. */
    private static ChangeDetected withFewerTouched(ChangeDetected change, int all) {
        List<TouchedProvision> fewer =
                change.touched().subList(0, change.touched().size() / 2);
        List<Signal> signals = new ArrayList<>(change.verdict().signals());
        signals.removeIf(signal -> signal.id().equals(SHORTENED));
        signals.add(new Signal(
                SHORTENED,
                "%d provisions are touched, more than an event can hold: the first %d are listed."
                        .formatted(all, fewer.size())));
        return change.withVerdict(change.verdict().withSignals(signals)).withTouched(fewer);
    }

    private static boolean mayBeLarge(ChangeDetected change, int limit) {
        long estimate = 4_000L + 1_600L * change.provisions().size();
        for (TouchedProvision touched : change.touched()) {
            estimate += 8_000 + 140L * touched.diff().size() + length(touched.before()) + length(touched.after());
        }
        return estimate > limit / 2;
    }

    private static long length(@Nullable ProvisionText text) {
        return text == null ? 0 : 4L * text.text().length();
    }

    private static ChangeDetected withoutDiffs(ChangeDetected change) {
        return reduced(change, TouchedProvision::withoutDiff);
    }

    private static ChangeDetected withoutHeadings(ChangeDetected change) {
        return reduced(change, TouchedProvision::withoutHeadings)
                .withProvisions(change.provisions().stream()
                        .map(ref -> new ProvisionRef(ref.id(), ref.number(), List.of(), ref.start(), ref.end()))
                        .toList());
    }

    private static ChangeDetected withoutTouchedTexts(ChangeDetected change) {
        return reduced(change, TouchedProvision::withoutTexts);
    }

    private static ChangeDetected reduced(ChangeDetected change, UnaryOperator<TouchedProvision> reduce) {
        return change.withTouched(change.touched().stream().map(reduce).toList());
    }
}
