package dev.clausewatch.classifier.assess;

import dev.clausewatch.classifier.law.FittingLaw;
import dev.clausewatch.classifier.law.FittingLaws;
import dev.clausewatch.classifier.taxonomy.Register;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Difference;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.EngagedLaw;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.StrikethroughText;
import dev.clausewatch.events.TouchedProvision;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says of an assessed provision which laws it engages, what its change does to whom, and what follows. */
final class ProvisionTeller {

    private final FittingLaws laws;
    private final ClauseAnalysis analysis;

    ProvisionTeller(Register register, AnalysisFile texts) {
        this.laws = FittingLaws.of(register);
        this.analysis = new ClauseAnalysis(texts, register);
    }

    Assessed tell(Assessed assessed, ChangeDetected change, TouchedProvision touched) {
        ProvisionText stands = touched.after() != null ? touched.after() : touched.before();
        Edit edit = assessed.edit();
        if (edit == null || stands == null) {
            return assessed;
        }
        LocalDate day = LocalDate.ofInstant(change.to().firstSeenAt(), ZoneOffset.UTC);
        ClassifiedProvision provision = assessed.provision();
        ClassifiedProvision lawful = provision.withLaws(engaged(provision, stands, change.document(), day));
        return new Assessed(withConsequence(lawful, touched, edit, change.document(), day), assessed.form());
    }

    /** Those that fit its types, its words as they stand, and its document, on the day of the change. */
    private List<EngagedLaw> engaged(
            ClassifiedProvision provision, ProvisionText stands, DocumentRef document, LocalDate day) {
        String text = StrikethroughText.blanked(stands.text());
        List<FittingLaw> fitting = laws.of(
                provision.types().stream().map(ProvisionType::id).toList(),
                stands.intro() == null ? text : stands.intro() + "\n" + text,
                document,
                day);
        return fitting.stream().map(FittingLaw::engaged).toList();
    }

    private ClassifiedProvision withConsequence(
            ClassifiedProvision provision, TouchedProvision touched, Edit edit, DocumentRef document, LocalDate day) {
        Difference difference = provision.difference();
        if (difference == null) {
            return provision;
        }
        Optional<Consequence> read = new ConsequenceReader(document).read(touched, edit, provision);
        if (read.isEmpty()) {
            return provision;
        }
        Consequence consequence = read.get();
        List<EngagedLaw> engaged = provision.laws() == null ? List.of() : provision.laws();
        @Nullable
        List<String> lines = provision.materiality() == Materiality.MATERIAL
                ? analysis.of(consequence, difference, edit, document.platform(), Bound.of(document), engaged, day)
                : null;
        return provision.withDifference(difference.telling(consequence.line(), lines));
    }
}
