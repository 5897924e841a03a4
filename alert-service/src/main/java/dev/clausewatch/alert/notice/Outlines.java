package dev.clausewatch.alert.notice;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ClassifiedProvision;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes outlines of notices, the same for all destinations that people read. */
public final class Outlines {

    private static final String SEPARATOR = " · ";

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
                        named(gone.by().document(), "the change is gone"),
                        Sentences.gone(gone.by()),
                        links.change(gone.changeId()),
                        "Read the change");
            case Notice.Reinstatement back ->
                plain(
                        named(back.by().document(), "the change holds after all"),
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

    /** The title of the alerts of a document. */
    public static String changed(DocumentRef document) {
        return named(document, "changed");
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
                changed(classified.document()),
                classified.meaning().summary(),
                facts(
                        severity(classified.meaning().severity()),
                        direction(classified.meaning().direction()),
                        String.join(", ", classified.meaning().areas())),
                worstFirst.stream()
                        .map(touched -> clause(touched, meanings.get(touched.provisionId())))
                        .toList(),
                0,
                links.change(classified.change().changeId()),
                "Read the change");
    }

    private static Outline.Clause clause(TouchedProvision touched, @Nullable ClassifiedProvision meaning) {
        @Nullable ProvisionText shown = touched.after() == null ? touched.before() : touched.after();
        return new Outline.Clause(
                shown == null ? "" : label(shown),
                meaning == null ? "" : facts(severity(meaning.severity()), "", String.join(", ", meaning.areas())),
                meaning == null ? "" : meaning.sentence(),
                touched.before() == null ? null : touched.before().text(),
                touched.after() == null ? null : touched.after().text());
    }

    private static String label(ProvisionText provision) {
        String heading =
                provision.headingPath().isEmpty() ? "" : provision.headingPath().getLast();
        return facts(provision.number() == null ? "" : provision.number(), "", heading);
    }

    /** A change that is invented, and long, so that its reader sees what an alert looks like. */
    private Outline test(Notice.Test test) {
        String before =
                "7.2 You keep all rights in what you send us, and we use it only to provide the service. ".repeat(8);
        String after = ("7.2 You keep your rights in what you send us. We may use it to provide and improve the service"
                        + " and to train models, unless you object in your settings within thirty days. ")
                .repeat(8);
        return new Outline(
                "Test of " + test.subscriptionName(),
                "This subscription works. An alert looks like this invented one: Example Chat may train models with what"
                        + " its customers send, unless they object within thirty days.",
                "Severity high" + SEPARATOR + "worse for those bound" + SEPARATOR + "data-protection, copyright",
                List.of(new Outline.Clause(
                        "7.2" + SEPARATOR + "Your content",
                        "Severity high",
                        "It lets the platform train models with customers' content.",
                        before.strip(),
                        after.strip())),
                0,
                links.home(),
                "Open Clausewatch");
    }

    private static Outline plain(String title, String text, String link, String linkText) {
        return new Outline(title, text, "", List.of(), 0, link, linkText);
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
