package dev.clausewatch.cli.brokers;

import dev.clausewatch.brokers.DeadLetterTopic;
import dev.clausewatch.events.Service;
import dev.clausewatch.events.Topic;
import java.util.stream.Collectors;

/** What happens with a record that is sent back. */
final class ReplayEffect {

    private ReplayEffect() {}

    /** A sentence for the service that could not process it, and one for those that could. */
    static String of(DeadLetterTopic topic) {
        String others = topic.source().readers().stream()
                .filter(reader -> reader != topic.reader())
                .sorted()
                .map(Service::label)
                .collect(Collectors.joining(", "));
        return topic.reader().label() + " " + own(topic)
                + (others.isEmpty() ? "" : " Also read again by " + others + ": what is known there is dropped.");
    }

    private static String own(DeadLetterTopic topic) {
        return switch (topic.reader()) {
            case DIFF ->
                "compares a snapshot with the version before it. One behind which a later version was processed is passed"
                        + " over: the next change has what it changed.";
            case CLASSIFIER ->
                topic.source() == Topic.PROVISIONS
                        ? "assesses the provisions."
                        : "classifies the change, and it is told as any other; one that is classified already is not told"
                                + " twice.";
            case ALERT -> "queues what its subscribers were not told yet.";
            case GATEWAY -> "writes it into the read model, once.";
            case CRAWLER -> "reads nothing.";
        };
    }
}
