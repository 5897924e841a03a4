package dev.clausewatch.filter;

import dev.clausewatch.events.Assessment;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.DiffOp;
import dev.clausewatch.events.DiffRun;
import dev.clausewatch.events.Difference;
import dev.clausewatch.events.Direction;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Severity;
import dev.clausewatch.events.TouchedProvision;
import dev.clausewatch.testing.CanonicalEvents;
import dev.clausewatch.testing.ChangeEvents;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A provision that a change touched, and changes of such: severe, of data protection, for the worse. */
record Changed(TouchedProvision touched, ClassifiedProvision meaning) {

    static Changed provision(String id) {
        return new Changed(
                touched(id, List.of(), "We keep data.", "We sell data.", List.of()),
                new ClassifiedProvision(
                                id,
                                Assessment.ASSESSED,
                                null,
                                List.of(new ProvisionType("data-sharing", 1, List.of())),
                                List.of("data-protection"),
                                List.of("gdpr"),
                                Materiality.MATERIAL,
                                Severity.HIGH,
                                "It changed.",
                                List.of())
                        .withDifference(
                                new Difference(List.of(), List.of(), Direction.WORSE, null), Severity.HIGH, List.of()));
    }

    Changed from(String... ids) {
        return new Changed(
                new TouchedProvision(
                        touched.provisionId(),
                        Set.of(ProvisionChange.SPLIT),
                        List.of(ids),
                        touched.before(),
                        touched.after(),
                        touched.diff()),
                meaning);
    }

    Changed words(@Nullable String before, @Nullable String after, DiffRun... diff) {
        return new Changed(touched(touched.provisionId(), touched.from(), before, after, List.of(diff)), meaning);
    }

    /** The event had no room for its words. */
    Changed withoutTexts() {
        return new Changed(touched.withoutTexts(), meaning);
    }

    Changed meaning(Assessment assessment, List<String> areas, Materiality materiality, @Nullable Severity severity) {
        return new Changed(
                touched,
                new ClassifiedProvision(
                        meaning.provisionId(),
                        assessment,
                        null,
                        areas.isEmpty() ? List.of() : meaning.types(),
                        areas,
                        areas.isEmpty() ? List.of() : meaning.instruments(),
                        materiality,
                        severity,
                        "It changed.",
                        List.of(),
                        assessment == Assessment.ASSESSED && severity != null ? meaning.difference() : null,
                        null,
                        null));
    }

    Changed direction(@Nullable Direction direction) {
        return new Changed(
                touched,
                meaning.withDifference(
                        new Difference(List.of(), List.of(), direction, null), Severity.HIGH, List.of()));
    }

    /** A change of these. */
    static ChangeFacts of(Changed... provisions) {
        return ChangeFacts.of(event(provisions));
    }

    static ChangeClassified event(Changed... provisions) {
        return ChangeEvents.classified(ChangeEvents.detected(CanonicalEvents.changeDetected())
                        .touched(Stream.of(provisions).map(Changed::touched).toList())
                        .build())
                .provisions(Stream.of(provisions).map(Changed::meaning).toList())
                .build();
    }

    /** A run of a word diff: so many code points of both sides. */
    static DiffRun run(DiffOp op, int beforeStart, int beforeEnd, int afterStart, int afterEnd) {
        return new DiffRun(op, beforeStart, beforeEnd, afterStart, afterEnd);
    }

    private static TouchedProvision touched(
            String id, List<String> from, @Nullable String before, @Nullable String after, List<DiffRun> diff) {
        return new TouchedProvision(id, Set.of(ProvisionChange.EDITED), from, text(id, before), text(id, after), diff);
    }

    private static @Nullable ProvisionText text(String id, @Nullable String words) {
        return words == null
                ? null
                : new ProvisionText(id, null, List.of(), null, words, 0, words.codePointCount(0, words.length()));
    }
}
