package dev.clausewatch.alert.notice;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.DiffOp;
import dev.clausewatch.events.DiffRun;
import dev.clausewatch.events.Direction;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.Severity;
import dev.clausewatch.events.TouchedProvision;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes outlines of notices, the same for all destinations that people read. */
public final class Outlines {

    private static final String SEPARATOR = " · ";

    private static final String TEST_BEFORE =
            "7.2 You keep all rights in what you send us. We store it, copy it and show"
                    + " it to those whom you share it with, and do so only to provide the service to you. We do not read it, unless you"
                    + " ask us to help you with it or the law makes us. When you delete it, we delete our copies within thirty days, and"
                    + " those in backups within ninety. We do not use it to develop or train models, neither ours nor those of others."
                    + " If we want to do so some day, we ask you first, and you may say no without losing anything that you pay for.";
    private static final String TEST_AFTER =
            "7.2 You keep your rights in what you send us. You give us and our affiliates a"
                    + " worldwide, royalty-free licence to store, copy and change it, to provide, protect and improve the service, and"
                    + " to develop and train models, ours and those of our partners, unless you object in your settings within thirty"
                    + " days of the day on which these terms begin to bind you. An objection does not reach what we trained before it."
                    + " When you delete something, we delete our copies within ninety days; models that learned from it stay as they"
                    + " are. People who work for us may read what you send, to find abuse, to judge how well models answer, and to"
                    + " label examples; we take names and addresses out first, as far as our tools find them.";

    private final GatewayLinks links;

    /** Outlines that lead to pages below an address. */
    public Outlines(URI gatewayUrl) {
        this.links = new GatewayLinks(gatewayUrl);
    }

    /** All of a notice. */
    public Outline of(Notice notice) {
        return switch (notice) {
            case Notice.Alert alert -> alert(alert.classified());
            case Notice.Retraction gone ->
                plain(
                        again("Gone", gone.told(), named(gone.by().document(), "the change is gone")),
                        Sentences.gone(gone.by()),
                        links.change(gone.changeId()),
                        "Read the change");
            case Notice.Reinstatement back ->
                plain(
                        again(
                                "Holds after all",
                                back.told(),
                                named(back.by().document(), "the change holds after all")),
                        Sentences.back(back.by()),
                        links.change(back.changeId()),
                        "Read the change");
            case Notice.Degraded degraded ->
                plain(
                        named(degraded.source().document(), "cannot be read"),
                        Sentences.unreadable(degraded.source().document()) + " "
                                + degraded.source().detail(),
                        links.documents(degraded.source().document()),
                        "See the documents");
            case Notice.Recovered recovered ->
                plain(
                        named(recovered.source().document(), "can be read again"),
                        Sentences.readable(recovered.source().document()),
                        links.documents(recovered.source().document()),
                        "See the documents");
            case Notice.Test test -> test(test);
            case Notice.Confirmation asked ->
                plain(
                        "Please confirm this address",
                        "Somebody subscribed this address to alerts of Clausewatch, under the name \""
                                + asked.subscriptionName()
                                + "\". If you want them, follow the link. If not, do nothing: no alert is sent before you do.",
                        asked.link(),
                        "Confirm this address");
        };
    }

    /**
     * The title of an alert.
     *
     * @param headline what happened in one line, where it is known
     */
    public static String changed(@Nullable String headline, DocumentRef document) {
        return headline == null || headline.isBlank() ? named(document, "changed") : Cut.to(headline, Outline.TITLE);
    }

    private Outline alert(ChangeClassified classified) {
        Map<String, ClassifiedProvision> meanings = classified.provisions().stream()
                .collect(Collectors.toMap(
                        ClassifiedProvision::provisionId, Function.identity(), (first, second) -> first));
        List<TouchedProvision> worstFirst = new ArrayList<>(classified.change().touched());
        worstFirst.sort(Comparator.comparing(
                (TouchedProvision touched) -> gravity(meanings.get(touched.provisionId())),
                Collections.reverseOrder()));
        return new Outline(
                changed(classified.meaning().headline(), classified.document()),
                classified.meaning().summary(),
                facts(
                        severity(classified.meaning().severity()),
                        direction(classified.meaning().direction()),
                        String.join(", ", classified.meaning().areas())),
                worstFirst.stream()
                        .map(touched -> clause(touched, meanings.get(touched.provisionId()), worstFirst.size() > 1))
                        .toList(),
                0,
                links.change(classified.change().changeId()),
                "Read the change");
    }

    /** What is said of the only clause is said of the change. */
    private static Outline.Clause clause(
            TouchedProvision touched, @Nullable ClassifiedProvision meaning, boolean oneOfMany) {
        @Nullable ProvisionText shown = touched.after() == null ? touched.before() : touched.after();
        return new Outline.Clause(
                shown == null ? "" : label(shown),
                meaning == null || !oneOfMany
                        ? ""
                        : facts(severity(meaning.severity()), "", String.join(", ", meaning.areas())),
                meaning == null ? "" : meaning.sentence(),
                words(touched.before(), touched.after(), differsAt(touched, DiffRun::beforeStart)),
                words(touched.after(), touched.before(), differsAt(touched, DiffRun::afterStart)));
    }

    /** Absent also where the event lacks them, and where nothing but the place or the number changed. */
    private static Outline.@Nullable Words words(
            @Nullable ProvisionText side, @Nullable ProvisionText other, int differsAt) {
        return side == null
                        || side.text().isBlank()
                        || (other != null && other.text().equals(side.text()))
                ? null
                : new Outline.Words(side.text(), differsAt);
    }

    private static int differsAt(TouchedProvision touched, ToIntFunction<DiffRun> start) {
        return touched.diff().stream()
                .filter(run -> run.op() != DiffOp.EQUAL)
                .mapToInt(start)
                .findFirst()
                .orElse(0);
    }

    private static String label(ProvisionText provision) {
        String heading =
                provision.headingPath().isEmpty() ? "" : provision.headingPath().getLast();
        return facts(provision.number() == null ? "" : provision.number(), "", heading);
    }

    /** A change that is invented, and long, so that its reader sees what an alert looks like. */
    private Outline test(Notice.Test test) {
        return new Outline(
                "Test of " + test.subscriptionName(),
                "This subscription works. An alert looks like this invented one: Example Chat may train models with what"
                        + " its customers send, unless they object within thirty days.",
                "Severity high" + SEPARATOR + "worse for those bound" + SEPARATOR + "data-protection, copyright",
                List.of(new Outline.Clause(
                        "7.2" + SEPARATOR + "Your content",
                        "",
                        "It lets the platform train models with customers' content.",
                        new Outline.Words(TEST_BEFORE, 0),
                        new Outline.Words(TEST_AFTER, 0))),
                0,
                links.home(),
                "Open Clausewatch");
    }

    private static Outline plain(String title, String text, String link, String linkText) {
        return new Outline(title, text, "", List.of(), 0, link, linkText);
    }

    private static String again(String what, @Nullable String told, String otherwise) {
        return told == null ? otherwise : what + ": " + told;
    }

    private static String named(DocumentRef document, String what) {
        return document.platform() + ", " + document.termsType() + ": " + what;
    }

    private static String severity(@Nullable Severity severity) {
        return severity == null || severity == Severity.UNKNOWN
                ? ""
                : "Severity " + severity.name().toLowerCase(Locale.ROOT);
    }

    private static String direction(@Nullable Direction direction) {
        return switch (direction) {
            case WORSE -> "worse for those bound";
            case BETTER -> "better for those bound";
            case MIXED -> "partly worse, partly better";
            case NEUTRAL, UNKNOWN -> "";
            case null -> "";
        };
    }

    private static String facts(String... facts) {
        return Stream.of(facts).filter(fact -> !fact.isEmpty()).collect(Collectors.joining(SEPARATOR));
    }

    /** How much it would be missed: severity before materiality. */
    private static int gravity(@Nullable ClassifiedProvision meaning) {
        if (meaning == null) {
            return 0;
        }
        int bySeverity = switch (meaning.severity()) {
            case HIGH -> 3;
            case MEDIUM -> 2;
            case LOW -> 1;
            case UNKNOWN -> 0;
            case null -> 0;
        };
        return bySeverity * 2 + (meaning.materiality() == Materiality.MATERIAL ? 1 : 0);
    }
}
