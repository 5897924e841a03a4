package dev.clausewatch.diff.change;

import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ChangeVerdict;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.Signal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides the one kind of a change, whether it may alert, and why. The first rule that holds wins: {@code BASELINE}, {@code
 * TECHNICAL}, {@code REVERTED}, {@code SUSPECT}, {@code EDITORIAL}, {@code SUBSTANTIVE}.
 */
final class ChangeKindRules {

    /** A text that lasted this long counts as having been in force: a return from it is a withdrawal and not a mistake that was undone. */
    static final Duration IN_FORCE = Duration.ofDays(7);

    private static final String MAY_BE_NEW = "may-be-new";

    private ChangeKindRules() {}

    static ChangeVerdict baseline() {
        return ChangeVerdict.silent(
                ChangeKind.BASELINE,
                List.of(new Signal("first-version", "This is the first version of the document.")),
                "baseline");
    }

    static ChangeVerdict decide(ChangeKindInput facts) {
        List<Signal> technical = technical(facts);
        if (!technical.isEmpty()) {
            return technical(facts, technical);
        }
        if (facts.earlierReturn() != null) {
            return reverted(facts, facts.earlierReturn());
        }
        if (facts.shrinkage().isFirstDocument()) {
            return ChangeVerdict.silent(ChangeKind.TECHNICAL, List.of(firstDocument(facts)), "technical");
        }
        List<Signal> suspicions = suspicions(facts);
        if (!suspicions.isEmpty()) {
            return suspect(facts, suspicions);
        }
        List<Signal> signals = new ArrayList<>(DifferenceSignals.of(facts));
        if (!facts.from().equals(facts.newest())) {
            signals.add(new Signal(
                    "compared-with-last-settled",
                    "The text between was suspect, never settled or not compared clause by clause, so this"
                            + " compares with the one before it."));
        }
        if (facts.differences().stream().noneMatch(Difference::substantive)) {
            return ChangeVerdict.silent(ChangeKind.EDITORIAL, signals, live(facts) ? "editorial" : "imported");
        }
        return live(facts)
                ? ChangeVerdict.alerting(ChangeKind.SUBSTANTIVE, signals, "substantive")
                : ChangeVerdict.silent(ChangeKind.SUBSTANTIVE, signals, "imported");
    }

    /** Whether a change brings words that may be new with another way of reading the page; it shows only those. */
    static boolean mayBeNew(ChangeVerdict verdict) {
        return verdict.signals().stream().anyMatch(signal -> signal.id().equals(MAY_BE_NEW));
    }

    private static Signal firstDocument(ChangeKindInput facts) {
        return new Signal(
                "first-document",
                "The text before had %d words and was no document; this one has %d."
                        .formatted(
                                facts.shrinkage().wordsBefore(),
                                facts.shrinkage().wordsAfter()));
    }

    private static boolean live(ChangeKindInput facts) {
        return facts.next().origin() == Origin.LIVE;
    }

    private static List<Signal> technical(ChangeKindInput facts) {
        List<Signal> signals = new ArrayList<>();
        switch (facts.next().cause()) {
            case SITE -> {}
            case EXTRACTOR_UPGRADE -> signals.add(otherExtractor(facts));
            case DECLARATION_UPGRADE ->
                signals.add(new Signal("declaration-upgrade", "The declaration selects another part of the page."));
            case UNKNOWN ->
                signals.add(new Signal("unknown-cause", "The snapshot has a cause that this release does not know."));
        }
        return signals;
    }

    /** Words that only another way of reading has shown so far may be new on the page: they have to stand first. */
    private static ChangeVerdict technical(ChangeKindInput facts, List<Signal> signals) {
        if (facts.brought().isEmpty()) {
            return ChangeVerdict.silent(ChangeKind.TECHNICAL, signals, "technical");
        }
        if (facts.isReadFromKeptBytes()) {
            signals.add(new Signal(
                    "stood-in-kept-bytes",
                    "The words that came with it stood on the page that was captured before: they are not new."));
            return ChangeVerdict.silent(ChangeKind.TECHNICAL, signals, "technical");
        }
        signals.add(new Signal(
                MAY_BE_NEW,
                "%s came with another way of reading the page; may be new."
                        .formatted(
                                facts.brought().size() == 1
                                        ? "One provision with words that no earlier version has"
                                        : facts.brought().size()
                                                + " provisions with words that no earlier version has")));
        if (!live(facts)) {
            return ChangeVerdict.silent(ChangeKind.TECHNICAL, signals, "imported");
        }
        // What an archive has may be years old.
        return facts.newest().origin() == Origin.IMPORT
                ? ChangeVerdict.silent(ChangeKind.TECHNICAL, signals, "technical")
                : ChangeVerdict.alerting(ChangeKind.TECHNICAL, signals, MAY_BE_NEW)
                        .pending();
    }

    private static Signal otherExtractor(ChangeKindInput facts) {
        // The crawler sets the cause {@code SITE} only when a live capture has shown the imported text before.
        if (live(facts) && facts.newest().origin() == Origin.IMPORT) {
            return new Signal(
                    "first-live-after-import",
                    "First capture of ours after the archive's version of "
                            + LocalDate.ofInstant(facts.newest().ref().firstSeenAt(), ZoneOffset.UTC)
                            + ": what differs may be the other way of reading or a change since then.");
        }
        if (!live(facts)) {
            return new Signal("extractor-upgrade", "The archive read the page in another way here.");
        }
        return new Signal(
                "extractor-upgrade",
                "The page is read by another extractor, "
                        + facts.next().extractor().name() + " "
                        + facts.next().extractor().version() + ".");
    }

    private static List<Signal> suspicions(ChangeKindInput facts) {
        List<Signal> signals = new ArrayList<>();
        if (facts.shrinkage().isCollapse()) {
            signals.add(new Signal("collapsed", facts.shrinkage().figures()));
        }
        if (facts.shrinkage().isAnotherText()) {
            signals.add(new Signal("almost-nothing-in-common", facts.shrinkage().figures()));
        }
        RegionalSpelling.turn(facts.differences()).ifPresent(signals::add);
        return signals;
    }

    private static ChangeVerdict suspect(ChangeKindInput facts, List<Signal> signals) {
        if (!live(facts)) {
            return ChangeVerdict.silent(ChangeKind.SUSPECT, signals, "imported");
        }
        // A broken page does not alert; if it stays that way, it does.
        return ChangeVerdict.alerting(ChangeKind.SUSPECT, signals, "suspect").pending();
    }

    private static ChangeVerdict reverted(ChangeKindInput facts, ChangeKindInput.Return earlierReturn) {
        List<Signal> signals = new ArrayList<>();
        signals.add(new Signal(
                "returns-to-earlier-version",
                "The text is that of version %d again%s; %d later %s gone."
                        .formatted(
                                earlierReturn.to().ref().sequence(),
                                earlierReturn.exact() ? "" : ", but for cosmetics",
                                earlierReturn.since().size(),
                                earlierReturn.since().size() == 1 ? "version is" : "versions are")));
        List<String> reverts =
                earlierReturn.since().stream().map(KnownVersion::changeId).toList();
        if (!live(facts)) {
            return returned(facts, earlierReturn, signals, "imported", reverts);
        }
        boolean cosmetic = facts.differences().stream().noneMatch(Difference::substantive)
                || earlierReturn.since().stream().allMatch(version -> version.kind() == ChangeKind.EDITORIAL);
        if (cosmetic || saysWhatIsHeld(facts, earlierReturn)) {
            return returned(facts, earlierReturn, signals, "return", reverts);
        }
        Duration stood = Duration.between(
                inForceSince(earlierReturn.since()), facts.next().capturedAt());
        if (stood.compareTo(IN_FORCE) >= 0) {
            signals.add(new Signal("withdrawal", "The text before stood for " + stood.toDays() + " days."));
            return ChangeVerdict.alerting(ChangeKind.REVERTED, signals, "withdrawal")
                    .returningTo(earlierReturn.to().ref(), List.of());
        }
        if (earlierReturn.since().getFirst().kind() == ChangeKind.REVERTED) {
            signals.add(new Signal(
                    "flapping",
                    "This text was left for an earlier one before and is here again: it has to stand first."));
            return flapping(earlierReturn, signals, reverts);
        }
        return returned(facts, earlierReturn, signals, "return", reverts);
    }

    /** A return from a pending or suspect text to the last trusted text is no news. */
    private static boolean saysWhatIsHeld(ChangeKindInput facts, ChangeKindInput.Return earlierReturn) {
        boolean newestIsDoubtful = !facts.newest().trusted() || facts.newest().kind() == ChangeKind.SUSPECT;
        return newestIsDoubtful
                && earlierReturn.since().stream()
                        .allMatch(version -> !version.trusted() || version.kind() == ChangeKind.SUSPECT);
    }

    /** Since when the previous text was in force; versions that differ only cosmetically or by extraction count as the same text. */
    private static Instant inForceSince(List<KnownVersion> versions) {
        Instant since = versions.getFirst().ref().firstSeenAt();
        for (KnownVersion version : versions) {
            boolean anotherText = version.trusted()
                    && version.kind() != ChangeKind.SUSPECT
                    && version.kind() != ChangeKind.EDITORIAL
                    && version.kind() != ChangeKind.TECHNICAL;
            since = anotherText ? version.ref().firstSeenAt() : since;
        }
        return since;
    }

    private static ChangeVerdict returned(
            ChangeKindInput facts,
            ChangeKindInput.Return earlierReturn,
            List<Signal> signals,
            String reason,
            List<String> reverts) {
        if (!facts.newest().trusted()) {
            signals.add(new Signal("recovered", "The text before was suspect or never settled."));
        }
        return ChangeVerdict.silent(ChangeKind.REVERTED, signals, reason)
                .returningTo(earlierReturn.to().ref(), reverts);
    }

    /** A flapping text does not alert by itself. Once it is confirmed, subscribers who got its retraction get a reinstatement. */
    private static ChangeVerdict flapping(
            ChangeKindInput.Return earlierReturn, List<Signal> signals, List<String> reverts) {
        return ChangeVerdict.silent(ChangeKind.REVERTED, signals, "flapping")
                .pending()
                .returningTo(earlierReturn.to().ref(), reverts)
                .reinstating(earlierReturn.announcedBy());
    }
}
