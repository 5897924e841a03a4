package dev.clausewatch.classifier.correction;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.ProvisionCorrection;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provision after a correction.
 *
 * @param change id
 * @param provision id
 * @param classification id of the answer that holds now
 * @param correction the correction that holds; absent when it was withdrawn
 * @param types what the provision does
 * @param areas what follows from that
 * @param instruments what follows from that
 * @param materiality how much the change of it matters
 * @param severity how bad it is
 */
record CorrectionView(
        String change,
        String provision,
        String classification,
        @Nullable ProvisionCorrection correction,
        List<String> types,
        List<String> areas,
        List<String> instruments,
        Materiality materiality,
        @Nullable Severity severity) {

    static CorrectionView of(ChangeClassified answer, String provisionId) {
        ClassifiedProvision provision = answer.provisions().stream()
                .filter(one -> one.provisionId().equals(provisionId))
                .findFirst()
                .orElseThrow();
        return new CorrectionView(
                answer.change().changeId(),
                provisionId,
                answer.classification().classificationId(),
                answer.corrections().stream()
                        .filter(held -> held.provisionId().equals(provisionId))
                        .findFirst()
                        .orElse(null),
                provision.types().stream().map(ProvisionType::id).toList(),
                provision.areas(),
                provision.instruments(),
                provision.materiality(),
                provision.severity());
    }
}
