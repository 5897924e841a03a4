package dev.clausewatch.alert.webhook;

import dev.clausewatch.events.Assessment;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.DiffRun;
import dev.clausewatch.events.Difference;
import dev.clausewatch.events.EvidenceSpan;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Severity;
import dev.clausewatch.events.Side;
import dev.clausewatch.events.TouchedProvision;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A touched provision in an alert. The diff's offsets point into {@code before} and {@code after}; it is there only where both are
 * whole.
 *
 * @param cut whether {@code before} or {@code after} lacks words
 */
record ProvisionData(
        String id,
        @Nullable String number,
        List<String> headingPath,
        Set<ProvisionChange> what,
        @Nullable String before,
        @Nullable String after,
        boolean cut,
        @Nullable List<DiffRun> diff,
        @Nullable Assessment assessment,
        List<Type> types,
        List<String> areas,
        List<String> instruments,
        @Nullable Severity severity,
        @Nullable Difference difference,
        @Nullable Materiality materiality,
        @Nullable String sentence,
        List<Evidence> evidence) {

    private static final int HEADING_LENGTH = 200;
    private static final int EVIDENCE_LENGTH = 300;
    private static final int MOST_EVIDENCE = 6;

    static ProvisionData of(TouchedProvision touched, @Nullable ClassifiedProvision meaning, int textLength) {
        @Nullable ProvisionText shown = touched.after() == null ? touched.before() : touched.after();
        boolean cut = isCut(touched.before(), textLength) || isCut(touched.after(), textLength);
        List<ProvisionType> types = meaning == null ? List.of() : meaning.types();
        return new ProvisionData(
                touched.provisionId(),
                shown == null ? null : shown.number(),
                shown == null ? List.of() : headings(shown.headingPath(), textLength),
                touched.what(),
                text(touched.before(), textLength),
                text(touched.after(), textLength),
                cut,
                cut || touched.diff().isEmpty() ? null : touched.diff(),
                meaning == null ? null : meaning.assessment(),
                types.stream()
                        .map(type -> new Type(type.id(), type.confidence()))
                        .toList(),
                meaning == null ? List.of() : meaning.areas(),
                meaning == null ? List.of() : meaning.instruments(),
                meaning == null ? null : meaning.severity(),
                meaning == null ? null : meaning.difference(),
                meaning == null ? null : meaning.materiality(),
                meaning == null ? null : Excerpt.of(meaning.sentence(), textLength),
                evidence(touched, types, textLength));
    }

    /** How much it would be missed: severity before materiality. */
    int gravity() {
        int bySeverity = switch (severity) {
            case HIGH -> 3;
            case MEDIUM -> 2;
            case LOW -> 1;
            case UNKNOWN -> 0;
            case null -> 0;
        };
        return bySeverity * 2 + (materiality == Materiality.MATERIAL ? 1 : 0);
    }

    private static List<Evidence> evidence(TouchedProvision touched, List<ProvisionType> types, int textLength) {
        boolean bounded = textLength != Integer.MAX_VALUE;
        return types.stream()
                .flatMap(type -> type.evidence().stream().map(span -> evidence(touched, type, span, bounded)))
                .limit(bounded ? MOST_EVIDENCE : Integer.MAX_VALUE)
                .toList();
    }

    private static Evidence evidence(TouchedProvision touched, ProvisionType type, EvidenceSpan span, boolean bounded) {
        @Nullable
        ProvisionText side = switch (span.side()) {
            case BEFORE -> touched.before();
            case AFTER -> touched.after();
            case UNKNOWN -> null;
        };
        String words = side == null ? "" : Excerpt.between(side.text(), span.start(), span.end());
        return new Evidence(
                type.id(),
                span.side(),
                span.start(),
                span.end(),
                bounded ? Excerpt.of(words, EVIDENCE_LENGTH) : words,
                span.decidedBy());
    }

    private static List<String> headings(List<String> path, int textLength) {
        return textLength == Integer.MAX_VALUE
                ? path
                : path.stream()
                        .map(heading -> Excerpt.of(heading, HEADING_LENGTH))
                        .toList();
    }

    /** Cut here, or in its event, which keeps offsets only where the words of a change are too many. */
    private static boolean isCut(@Nullable ProvisionText provision, int textLength) {
        return provision != null
                && (Excerpt.isLonger(provision.text(), textLength)
                        || (provision.text().isEmpty() && provision.end() > provision.start()));
    }

    private static @Nullable String text(@Nullable ProvisionText provision, int textLength) {
        return provision == null ? null : Excerpt.of(provision.text(), textLength);
    }

    record Type(String id, double confidence) {}

    /** The words a type rests on; offsets are code points into the whole text of that side. */
    record Evidence(String type, Side side, int start, int end, String text, String decidedBy) {}
}
