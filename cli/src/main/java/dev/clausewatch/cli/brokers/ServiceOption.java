package dev.clausewatch.cli.brokers;

import dev.clausewatch.brokers.DeadLetterTopic;
import dev.clausewatch.cli.CommandFailedException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --service}, mixed into commands that look at several dead letters. */
final class ServiceOption {

    @Option(names = "--service", paramLabel = "NAME", description = "only what this service could not process")
    private @Nullable String service;

    /** The topics that are looked at. */
    List<DeadLetterTopic> topics() {
        List<DeadLetterTopic> topics = DeadLetterTopic.all().stream()
                .filter(topic -> service == null || topic.reader().label().equals(service))
                .toList();
        if (topics.isEmpty()) {
            throw CommandFailedException.unusable("No service that reads is named \"%s\": there are %s."
                    .formatted(
                            service,
                            DeadLetterTopic.all().stream()
                                    .map(topic -> topic.reader().label())
                                    .distinct()
                                    .sorted()
                                    .collect(Collectors.joining(", "))));
        }
        return topics;
    }
}
