package dev.clausewatch.classifier.correction;

import dev.clausewatch.classifier.taxonomy.Register;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.ProvisionCorrection;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.TouchedProvision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A corrected provision as {@code eval classify --gold} reads it.
 *
 * @param id of this provision in this change
 * @param service name of the platform
 * @param termsType terms type
 * @param date when it was corrected
 * @param heading the heading above it
 * @param text its words; of a removed provision those it had
 * @param types what it does
 * @param areas what follows from that
 */
record TrainingLine(
        String id,
        String service,
        String termsType,
        Instant date,
        String heading,
        String text,
        List<String> types,
        List<String> areas) {

    static List<TrainingLine> of(ChangeClassified answer, Register register) {
        return answer.corrections().stream()
                .flatMap(correction -> of(answer, correction, register).stream())
                .toList();
    }

    private static Optional<TrainingLine> of(
            ChangeClassified answer, ProvisionCorrection correction, Register register) {
        return answer.change().touched().stream()
                .filter(touched -> touched.provisionId().equals(correction.provisionId()))
                .findFirst()
                .flatMap(TrainingLine::standing)
                .map(text -> of(answer, correction, text, register));
    }

    private static TrainingLine of(
            ChangeClassified answer, ProvisionCorrection correction, ProvisionText text, Register register) {
        List<String> path = text.headingPath();
        List<String> types =
                correction.types().stream().filter(register::hasType).toList();
        return new TrainingLine(
                Ids.sha256(answer.change().changeId() + "/" + correction.provisionId()),
                answer.document().platform(),
                answer.document().termsType(),
                correction.correctedAt(),
                path.isEmpty() ? "" : path.getLast(),
                text.text(),
                types,
                register.areasOf(types));
    }

    private static Optional<ProvisionText> standing(TouchedProvision touched) {
        return Optional.ofNullable(touched.after() != null ? touched.after() : touched.before());
    }
}
