package dev.clausewatch.classifier.assess;

import dev.clausewatch.events.CaptureCause;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ChangeVerdict;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.Signal;
import dev.clausewatch.events.TouchedProvision;
import dev.clausewatch.events.VersionRef;
import dev.clausewatch.testing.ChangeEvents;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes for tests. */
final class Changes {

    private static final Instant TIME = Instant.parse("2026-03-01T10:00:00Z");

    private Changes() {}

    static DocumentRef document(@Nullable String language) {
        return new DocumentRef(
                "nimbus/terms-of-service",
                "Nimbus Chat",
                "Terms of Service",
                language,
                List.of(),
                "https://nimbus.example/terms");
    }

    static TouchedProvision added(String text) {
        return touched(ProvisionChange.ADDED, null, text);
    }

    static TouchedProvision removed(String text) {
        return touched(ProvisionChange.REMOVED, text, null);
    }

    static TouchedProvision edited(String before, String after) {
        return touched(ProvisionChange.EDITED, before, after);
    }

    static TouchedProvision touched(ProvisionChange what, @Nullable String before, @Nullable String after) {
        return new TouchedProvision("p1", Set.of(what), List.of(), text(before), text(after), List.of());
    }

    static ChangeDetected change(TouchedProvision... touched) {
        return change(ChangeKind.SUBSTANTIVE, true, Origin.LIVE, CaptureCause.SITE, "en", touched);
    }

    static ChangeDetected signalled(ChangeKind kind, Signal signal, TouchedProvision... touched) {
        return change(kind, List.of(signal), false, Origin.LIVE, CaptureCause.EXTRACTOR_UPGRADE, "en", touched);
    }

    static ChangeDetected change(
            ChangeKind kind,
            boolean alertable,
            Origin origin,
            CaptureCause cause,
            @Nullable String language,
            TouchedProvision... touched) {
        return change(kind, List.of(), alertable, origin, cause, language, touched);
    }

    private static ChangeDetected change(
            ChangeKind kind,
            List<Signal> signals,
            boolean alertable,
            Origin origin,
            CaptureCause cause,
            @Nullable String language,
            TouchedProvision... touched) {
        ChangeVerdict verdict = alertable
                ? ChangeVerdict.alerting(kind, signals, "substantive")
                : ChangeVerdict.silent(kind, signals, "substantive");
        return ChangeEvents.detected()
                .document(document(language))
                .changeId("change-1")
                .versions(new VersionRef("s1", 1, TIME, "a"), new VersionRef("s2", 2, TIME, "b"))
                .verdict(verdict)
                .snapshot(origin, cause)
                .at(TIME)
                .statedDates(List.of())
                .provisions(List.of())
                .touched(List.of(touched))
                .build();
    }

    private static @Nullable ProvisionText text(@Nullable String text) {
        return text == null
                ? null
                : new ProvisionText("p1", null, List.of(), null, text, 0, text.codePointCount(0, text.length()));
    }
}
