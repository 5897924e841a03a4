package dev.clausewatch.cli.doctor;

import dev.clausewatch.brokers.FoundTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Whether topics are as the code wants them. */
final class TopicJudge {

    private static final String MISSING = "topics";
    private static final String SETTINGS = "settings of topics";
    private static final String COPIES = "copies of topics";
    private static final int MANY = 3;
    private static final int NAMED = 3;

    private TopicJudge() {}

    static boolean isMissing(Finding finding) {
        return finding.check().equals(MISSING) && finding.state() != Finding.State.OK;
    }

    static List<Finding> judge(List<String> missing, List<FoundTopic> found, int brokers) {
        return List.of(missing(missing, found), settings(found), copies(found, brokers));
    }

    private static Finding missing(List<String> missing, List<FoundTopic> found) {
        return missing.isEmpty()
                ? Finding.ok(MISSING, "All " + found.size() + " topics are there.")
                : Finding.trouble(
                        MISSING,
                        missing.size() + " topics are missing: " + some(missing) + ".",
                        "Create them with ./clausewatch topics: services that need them are not ready.",
                        Runbook.BROKERS);
    }

    private static Finding settings(List<FoundTopic> found) {
        List<String> differences =
                found.stream().flatMap(topic -> topic.differences().stream()).toList();
        return differences.isEmpty()
                ? Finding.ok(SETTINGS, "Partitions, retention, compaction and sizes are those of the contract.")
                : Finding.trouble(
                        SETTINGS,
                        "%d settings differ: %s.".formatted(differences.size(), some(differences)),
                        "Set them with kafka-configs.sh; never add partitions to a topic that has events.",
                        Runbook.BROKERS);
    }

    private static Finding copies(List<FoundTopic> found, int brokers) {
        List<String> unwritable = names(found, topic -> topic.unwritable() > 0);
        if (!unwritable.isEmpty()) {
            return Finding.trouble(
                    COPIES,
                    "No leader, or too few copies in step: nothing can be written to " + some(unwritable) + ".",
                    "Bring back the brokers that are away.",
                    Runbook.BROKERS);
        }
        List<String> behind = names(found, topic -> topic.behind() > 0);
        if (!behind.isEmpty()) {
            return Finding.warning(
                    COPIES,
                    "A copy is not in step of " + some(behind) + ".",
                    "Look whether a broker is away or slow.",
                    Runbook.BROKERS);
        }
        List<String> thin = new ArrayList<>(names(found, topic -> topic.replicas() >= MANY && topic.minInSync() < 2));
        if (brokers >= MANY) {
            thin.addAll(names(found, topic -> topic.replicas() < MANY));
        }
        return thin.isEmpty()
                ? Finding.ok(COPIES, "All copies are in step.")
                : Finding.warning(
                        COPIES,
                        "The loss of one broker may lose events of " + some(thin) + ".",
                        "Have three copies of each and min.insync.replicas=2.",
                        Runbook.BROKERS);
    }

    private static List<String> names(List<FoundTopic> found, Predicate<FoundTopic> which) {
        return found.stream()
                .filter(which)
                .map(topic -> topic.declared().name())
                .toList();
    }

    static String some(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() <= NAMED ? first : first + " and " + (names.size() - NAMED) + " more";
    }
}
