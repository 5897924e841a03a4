package dev.clausewatch.classifier.assess;

import dev.clausewatch.classifier.learn.DifferenceOpinion;
import dev.clausewatch.classifier.rules.ProvisionInput;
import dev.clausewatch.classifier.taxonomy.Register;
import dev.clausewatch.events.Areas;
import dev.clausewatch.events.Assessment;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Difference;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.TouchedProvision;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Assesses one touched provision. */
final class ProvisionAssessor {

    static final String OTHER_LANGUAGE = "The text is not in English, which is what the rules read.";

    /** Few changes of the development data concern the types of these areas. */
    private static final Set<String> SELDOM = Set.of(Areas.EU_COMPETITION, Areas.EU_AI_ACT);

    private static final String WITHHELD =
            "The change is so large that its event has no texts: compare the two versions.";

    private final Register register;
    private final TypeClassifier reader;
    private final MaterialityAssessor materiality;
    private final DifferenceReader differences;
    private final SeverityScheme severity;

    ProvisionAssessor(
            Register register,
            TypeClassifier reader,
            MaterialityAssessor materiality,
            DifferenceReader differences,
            SeverityScheme severity) {
        this.register = register;
        this.reader = reader;
        this.materiality = materiality;
        this.differences = differences;
        this.severity = severity;
    }

    /**
     * What the change of one provision means.
     *
     * @param form what kind of change it is part of
     * @param review what a reviewer said of it, if one did: it wins, and everything else follows from it
     * @param readings what a language model read, if one did: where it decides, everything else follows from it
     */
    Assessed assess(
            DocumentRef document,
            TouchedProvision touched,
            FormOnlyChange form,
            @Nullable Review review,
            ModelReadings readings) {
        if (isWithheld(touched.before()) || isWithheld(touched.after())) {
            return new Assessed(notAssessed(touched, Materiality.UNKNOWN, "", WITHHELD), false);
        }
        Edit edit = Edit.between(text(touched.before()), text(touched.after()));
        boolean isForm = form.holds(touched, edit);
        ProvisionText stands = touched.after() != null ? touched.after() : touched.before();
        if (review == null && !EnglishCheck.passes(document.language(), text(stands))) {
            Materiality unread = form.all() || edit.isEmpty() ? Materiality.EDITORIAL : Materiality.UNKNOWN;
            String sentence = form.sentence(isForm, unread, touched.what(), edit);
            return new Assessed(notAssessed(touched, unread, sentence, OTHER_LANGUAGE), isForm);
        }
        List<ProvisionType> found = types(document.termsType(), touched, edit);
        List<ProvisionType> unreviewed = readings.types(touched.provisionId(), found);
        // The encoder has no say where a reviewer or a language model decided.
        boolean decided = review != null || !unreviewed.equals(found);
        DifferenceOpinion opinion =
                decided || isForm || form.all() ? null : differences.ask(document.termsType(), touched);
        boolean menu = review == null && MenuWords.are(touched, found);
        List<ProvisionType> types = menu ? List.of() : review == null ? unreviewed : review.types(unreviewed, touched);
        List<String> ids = types.stream().map(ProvisionType::id).toList();
        Materiality judged =
                menu ? Materiality.EDITORIAL : materiality(touched, edit, !types.isEmpty(), form, review, opinion);
        ClassifiedProvision provision = new ClassifiedProvision(
                touched.provisionId(),
                Assessment.ASSESSED,
                null,
                types,
                register.areasOf(ids),
                List.of(),
                judged,
                null,
                form.sentence(isForm, judged, touched.what(), edit),
                List.of(),
                null,
                readings.beside(touched.provisionId(), found, review),
                null);
        // Where nothing for a reader changed, nothing is worse or better than before.
        return judged == Materiality.EDITORIAL
                ? new Assessed(provision, isForm, edit)
                : new Assessed(withDifference(provision, touched, edit, opinion), false, edit);
    }

    private ClassifiedProvision withDifference(
            ClassifiedProvision provision, TouchedProvision touched, Edit edit, @Nullable DifferenceOpinion opinion) {
        Materiality judged = provision.materiality();
        List<ProvisionType> types = DifferenceReader.types(provision.types(), edit, judged, opinion, this::isSeldom);
        List<String> ids = types.stream().map(ProvisionType::id).toList();
        // Words that stood or still stand elsewhere are neither new nor gone.
        DifferenceReader.Judged direction = MaterialityRules.standsInAnother(touched)
                ? DifferenceReader.Judged.UNCLEAR
                : severity.direction(types, edit).orElseGet(() -> differences.direction(edit, judged, ids, opinion));
        SeverityScheme.Rated rated = severity.of(types, edit, judged, direction.direction(), opinion);
        return provision.withDifference(
                new Difference(ids, register.areasOf(ids), direction.direction(), direction.reason()),
                rated.severity(),
                rated.reasons());
    }

    private boolean isSeldom(String type) {
        return !Collections.disjoint(register.areasOf(List.of(type)), SELDOM);
    }

    private Materiality materiality(
            TouchedProvision touched,
            Edit edit,
            boolean typed,
            FormOnlyChange form,
            @Nullable Review review,
            @Nullable DifferenceOpinion opinion) {
        if (review != null && review.materiality() != null) {
            return review.materiality();
        }
        return form.all() ? Materiality.EDITORIAL : materiality.judge(touched, edit, typed, opinion);
    }

    /** What the model of materiality looks at in a change. */
    EditReading reading(DocumentRef document, TouchedProvision touched) {
        Edit edit = Edit.between(text(touched.before()), text(touched.after()));
        boolean typed = !types(document.termsType(), touched, edit).isEmpty();
        return materiality.reading(touched, edit, typed);
    }

    /**
     * What the model of direction looks at in a change, and in the same change taken back.
     */
    DirectionReading directionReading(DocumentRef document, TouchedProvision touched) {
        Edit edit = Edit.between(text(touched.before()), text(touched.after()));
        List<ProvisionType> clause = types(document.termsType(), touched, edit);
        Materiality judged = materiality.judge(touched, edit, !clause.isEmpty(), null);
        List<String> ids = DifferenceReader.types(clause, edit, judged, null, this::isSeldom).stream()
                .map(ProvisionType::id)
                .toList();
        Edit back = Edit.between(text(touched.after()), text(touched.before()));
        return new DirectionReading(differences.features(edit, judged, ids), differences.features(back, judged, ids));
    }

    /** A provision that could not be assessed. */
    static ClassifiedProvision notAssessed(
            TouchedProvision touched, Materiality materiality, String sentence, String note) {
        return new ClassifiedProvision(
                touched.provisionId(),
                Assessment.NOT_ASSESSED,
                note,
                List.of(),
                List.of(),
                List.of(),
                materiality,
                null,
                sentence,
                List.of());
    }

    private List<ProvisionType> types(String termsType, TouchedProvision touched, Edit edit) {
        return StandingTypes.of(touched, edit, (text, side) -> reader.types(ProvisionInput.of(termsType, text), side));
    }

    /** An event that would be too large comes without texts; that says nothing about what changed. */
    private static boolean isWithheld(@Nullable ProvisionText provision) {
        return provision != null && provision.text().isEmpty() && provision.end() > provision.start();
    }

    private static String text(@Nullable ProvisionText provision) {
        return provision == null ? "" : provision.text();
    }
}
