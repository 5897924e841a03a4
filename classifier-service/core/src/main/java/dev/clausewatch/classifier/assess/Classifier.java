package dev.clausewatch.classifier.assess;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.clausewatch.classifier.learn.ChangedText;
import dev.clausewatch.classifier.learn.DifferenceStack;
import dev.clausewatch.classifier.learn.DirectionModel;
import dev.clausewatch.classifier.learn.Encoder;
import dev.clausewatch.classifier.learn.EncoderStack;
import dev.clausewatch.classifier.learn.MaterialityModel;
import dev.clausewatch.classifier.learn.StackWeights;
import dev.clausewatch.classifier.learn.TypeModel;
import dev.clausewatch.classifier.rules.PhraseSets;
import dev.clausewatch.classifier.rules.ProvisionInput;
import dev.clausewatch.classifier.rules.RuleSet;
import dev.clausewatch.classifier.taxonomy.DataFiles;
import dev.clausewatch.classifier.taxonomy.Register;
import dev.clausewatch.events.Assessment;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Side;
import dev.clausewatch.events.ToolVersion;
import dev.clausewatch.events.TouchedProvision;
import dev.clausewatch.events.Wording;
import dev.clausewatch.events.WordingAssessed;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Facade of the core: classifies provisions and changes, without framework, broker or database. Immutable and thread-safe; the same input
 * under the same {@link #ruleset} always gives the same answer.
 */
public final class Classifier {

    private static final String NAME = "clausewatch-rules";
    private static final String TYPES = "/model/types.tsv.gz";
    private static final String SPACE = "/model/space.tsv.gz";

    /**
     * A change that touches more provisions is judged by the quick model alone: at some 30 ms for both sides of a long provision, the encoder
     * would use up what time there is for one change on a slow machine.
     */
    private static final int MOST_FOR_ENCODER = 100;

    private final ToolVersion ruleset;
    private final Register register;
    private final TypeClassifier types;
    private final ProvisionAssessor assessor;

    /** Without the encoder. */
    private final ProvisionAssessor quickAssessor;

    private final ProvisionTeller teller;
    private final ChangeMeanings meanings;

    private Classifier(
            ToolVersion ruleset,
            Register register,
            TypeClassifier types,
            MaterialityAssessor materiality,
            DifferenceReader differences,
            SeverityScheme severity,
            ProvisionTeller teller) {
        this.ruleset = ruleset;
        this.register = register;
        this.types = types;
        this.assessor = new ProvisionAssessor(register, types, materiality, differences, severity);
        this.quickAssessor =
                new ProvisionAssessor(register, types.withoutEncoder(), materiality, differences.quick(), severity);
        this.teller = teller;
        this.meanings = new ChangeMeanings(register);
    }

    /**
     * The classifier with the shipped taxonomy, register and rules, without an encoder.
     *
     * @throws IllegalStateException or IllegalArgumentException if one of its files is broken; the message names it
     */
    public static Classifier shipped() {
        return shipped(null, null);
    }

    /**
     * The same with rules of a user's own, and an encoder.
     *
     * @param ownRules their folder; absent for none
     * @param encoder absent where there is none: the quick model then decides alone
     * @throws IllegalStateException if one of its files cannot be used; the message names it, the reason and the remedy
     */
    public static Classifier shipped(@Nullable Path ownRules, @Nullable Encoder encoder) {
        return load(ownRules, () -> Optional.ofNullable(encoder));
    }

    /**
     * The same, with an encoder that is loaded while the other files are read: each takes about as long as the others.
     *
     * @param loading gives the encoder, if there is one; called once, on another thread
     * @throws IllegalStateException or IllegalArgumentException as {@link #shipped(Path, Encoder)}
     */
    public static Classifier load(@Nullable Path ownRules, Supplier<? extends Optional<? extends Encoder>> loading) {
        Background<Optional<? extends Encoder>> encoder = Background.start(loading);
        Background<TypeModel> model =
                Background.start(() -> TypeModel.read(DataFiles.unversioned(TYPES), DataFiles.unversioned(SPACE)));
        DataFiles files = new DataFiles();
        Register register = Register.read(files);
        RuleSet rules = RuleSet.read(files, register, ownRules);
        byte[] quick = files.bytes(TYPES);
        files.bytes(SPACE);
        EncoderStack stack = encoder.get()
                .map(loaded -> stack(files, loaded, model.get(), StackWeights.quickId(quick)))
                .orElse(null);
        DifferenceStack differences = encoder.get()
                .map(loaded ->
                        new DifferenceStack(loaded, files.read("/model/differences.yaml", new TypeReference<>() {})))
                .orElse(null);
        return of(
                files,
                register,
                new TypeClassifier(rules, model.get(), stack),
                MaterialityModel.read(files.bytes("/model/materiality.tsv.gz")),
                DirectionModel.read(files.bytes("/model/direction.tsv.gz")),
                differences);
    }

    private static EncoderStack stack(DataFiles files, Encoder encoder, TypeModel model, String quickId) {
        StackWeights weights = files.read("/model/stack.yaml", new TypeReference<>() {});
        if (!weights.quickId().equals(quickId)) {
            throw new IllegalStateException(
                    "model/stack.yaml was fitted with %s and the model beside it is %s. Train anew, which fits it."
                            .formatted(weights.quickId(), quickId));
        }
        return new EncoderStack(encoder, weights, model.types());
    }

    /**
     * The shipped classifier with other models, to measure or train them.
     *
     * @param materiality absent to judge by rules alone
     * @param direction absent to judge none
     */
    public static Classifier with(
            TypeClassifier types, @Nullable MaterialityModel materiality, @Nullable DirectionModel direction) {
        return with(types, materiality, direction, null);
    }

    /**
     * The same with an encoder of differences.
     *
     * @param differences absent where none is asked
     */
    public static Classifier with(
            TypeClassifier types,
            @Nullable MaterialityModel materiality,
            @Nullable DirectionModel direction,
            @Nullable DifferenceStack differences) {
        DataFiles files = new DataFiles();
        return of(files, Register.read(files), types, materiality, direction, differences);
    }

    private static Classifier of(
            DataFiles files,
            Register register,
            TypeClassifier types,
            @Nullable MaterialityModel model,
            @Nullable DirectionModel direction,
            @Nullable DifferenceStack differences) {
        MaterialityRules materiality =
                new MaterialityRules(PhraseSets.of(files.read("/assess/materiality.yaml", new TypeReference<>() {})));
        SeverityScheme severity =
                new SeverityScheme(files.read("/assess/severity.yaml", new TypeReference<SeverityFile>() {}), register);
        return new Classifier(
                new ToolVersion(NAME, files.version()),
                register,
                types,
                new MaterialityAssessor(materiality, model, differences == null ? null : differences.cuts()),
                new DifferenceReader(
                        new DirectionFeatures(files.read("/assess/direction.yaml", new TypeReference<>() {})),
                        direction,
                        differences),
                severity,
                new ProvisionTeller(
                        register, files.read("/assess/analysis.yaml", new TypeReference<AnalysisFile>() {})));
    }

    /** Name and version of everything that decides; the version is a hash of all its files. */
    public ToolVersion ruleset() {
        return ruleset;
    }

    /** Types, areas and instruments. */
    public Register register() {
        return register;
    }

    /** What provisions do. */
    public TypeClassifier types() {
        return types;
    }

    /** What the change of one provision means, without its laws, which need a day. */
    public ClassifiedProvision assess(DocumentRef document, TouchedProvision touched) {
        return assessor.assess(document, touched, FormOnlyChange.of(ChangeKind.SUBSTANTIVE), null, ModelReadings.NONE)
                .provision();
    }

    /** What the provisions with a wording do; in a language that is not assessed they are marked {@link Assessment#NOT_ASSESSED}. */
    public WordingAssessed assess(Wording wording, Instant at) {
        if (!EnglishCheck.passes(wording.language(), wording.text())) {
            return notAssessed(wording, ProvisionAssessor.OTHER_LANGUAGE, at);
        }
        List<ProvisionType> found = types.types(ProvisionInput.of(wording), Side.AFTER);
        List<String> ids = found.stream().map(ProvisionType::id).toList();
        return new WordingAssessed(wording.id(), ruleset, at, Assessment.ASSESSED, null, found, register.areasOf(ids));
    }

    /**
     * The answer where there is none, such as when {@link #assess(Wording, Instant)} exceeded its budget or failed.
     *
     * @param note a sentence that says why
     */
    public WordingAssessed notAssessed(Wording wording, String note, Instant at) {
        return new WordingAssessed(wording.id(), ruleset, at, Assessment.NOT_ASSESSED, note, List.of(), List.of());
    }

    /** What the model of materiality looks at in the change of a provision. */
    public EditReading reading(DocumentRef document, TouchedProvision touched) {
        return assessor.reading(document, touched);
    }

    /** What the encoder reads of the change of a provision. */
    public static ChangedText changedText(DocumentRef document, TouchedProvision touched) {
        return DifferenceReader.text(document.termsType(), touched);
    }

    /** What the model of direction looks at in the change of a provision. */
    public DirectionReading directionReading(DocumentRef document, TouchedProvision touched) {
        return assessor.directionReading(document, touched);
    }

    /**
     * What a change means. Provisions in a language that is not assessed are marked {@link Assessment#NOT_ASSESSED}, count as
     * of {@link Materiality#UNKNOWN}, and pass every threshold.
     *
     * @param threshold the materiality from which subscribers are told
     */
    public Classified classify(ChangeDetected change, Materiality threshold) {
        return classify(change, threshold, Map.of(), ModelReadings.NONE);
    }

    /**
     * The same where reviewers corrected provisions or a language model read them: a reviewer's word wins, then the model's where it
     * decides, and everything else follows from that.
     *
     * @param reviews by the id of the provision
     */
    public Classified classify(
            ChangeDetected change, Materiality threshold, Map<String, Review> reviews, ModelReadings readings) {
        List<Assessed> assessed = change.touched().stream()
                .map(touched -> assess(change, touched, reviews, readings))
                .toList();
        return meanings.of(change, assessed, threshold, null);
    }

    private Assessed assess(
            ChangeDetected change, TouchedProvision touched, Map<String, Review> reviews, ModelReadings readings) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Interrupted while classifying a change");
        }
        ProvisionAssessor fitting = change.touched().size() > MOST_FOR_ENCODER ? quickAssessor : assessor;
        Assessed assessed = fitting.assess(
                change.document(), touched, FormOnlyChange.of(change), reviews.get(touched.provisionId()), readings);
        return teller.tell(assessed, change, touched);
    }

    /**
     * Fallback when {@link #classify} exceeded its budget or failed: no provision is assessed, and the change alerts.
     *
     * @param reason half a sentence that says what went wrong
     */
    public Classified notAssessed(ChangeDetected change, Materiality threshold, String reason) {
        String note = "The change could not be assessed: " + reason + ".";
        List<Assessed> unread = change.touched().stream()
                .map(touched ->
                        new Assessed(ProvisionAssessor.notAssessed(touched, Materiality.UNKNOWN, "", note), false))
                .toList();
        return meanings.of(change, unread, threshold, note);
    }
}
