package dev.clausewatch.classifier.reading;

import static org.awaitility.Awaitility.await;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.MachineReading;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Topic;
import dev.clausewatch.events.TouchedProvision;
import dev.clausewatch.testing.CanonicalEvents;
import dev.clausewatch.testing.ChangeEvents;
import dev.clausewatch.testing.KafkaProbe;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Changes that add a clause about a plan, and what is told of them. */
final class Plans {

    /** What the built-in answer is. */
    static final List<String> BUILT_IN = List.of("auto-renewal-or-cancellation");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Plans() {}

    /** What is told of such a change of a document until it is read and summarised, oldest first. */
    static List<ChangeClassified> told(KafkaProbe probe, String documentId, String plan) {
        return told(probe, documentId, List.of(added(plan)));
    }

    /** The same of a change that touches these provisions. */
    static List<ChangeClassified> told(KafkaProbe probe, String documentId, List<TouchedProvision> touched) {
        probe.publish(
                Topic.CHANGES,
                CanonicalEvents.event(ChangeEvents.detected()
                        .document(CanonicalEvents.document(documentId))
                        .changeId(changeId(documentId))
                        .touched(touched)
                        .build()));
        await().atMost(PATIENCE)
                .until(() -> events(probe, documentId).stream()
                        .anyMatch(one -> one.machineSummary() != null
                                && one.provisions().getFirst().machineReading() != null));
        return events(probe, documentId);
    }

    static List<ChangeClassified> events(KafkaProbe probe, String documentId) {
        return probe.events(Topic.CLASSIFICATIONS, documentId).stream()
                .map(event -> (ChangeClassified) event.data())
                .toList();
    }

    static String changeId(String documentId) {
        return "c-" + documentId.replace('/', '-');
    }

    static String provisionId(String plan) {
        return "plan-" + plan.toLowerCase(Locale.ROOT);
    }

    static List<String> types(ChangeClassified answer) {
        return ids(answer.provisions().getFirst().types());
    }

    static List<String> ids(List<ProvisionType> types) {
        return types.stream().map(ProvisionType::id).toList();
    }

    static MachineReading reading(ChangeClassified answer) {
        ClassifiedProvision provision = answer.provisions().getFirst();
        return Objects.requireNonNull(provision.machineReading());
    }

    /** A clause about this plan. */
    static TouchedProvision added(String plan) {
        String text = "Your " + plan + " plan renews automatically each month until you cancel it.";
        return new TouchedProvision(
                provisionId(plan),
                Set.of(ProvisionChange.ADDED),
                List.of(),
                null,
                new ProvisionText(provisionId(plan), null, List.of("Plans"), null, text, 0, text.length()),
                List.of());
    }
}
