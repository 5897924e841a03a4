package dev.clausewatch.brokers;

import dev.clausewatch.events.Service;
import dev.clausewatch.events.Topic;
import java.util.Arrays;
import java.util.List;

/**
 * A topic of dead letters.
 *
 * @param source the topic that its letters were read from
 * @param reader the service that could not process them
 */
public record DeadLetterTopic(Topic source, Service reader) {

    /** All of them, in the order of the contract. */
    public static List<DeadLetterTopic> all() {
        return Arrays.stream(Topic.values())
                .flatMap(topic -> topic.readers().stream().sorted().map(reader -> new DeadLetterTopic(topic, reader)))
                .toList();
    }

    /**
     * The one of a name.
     *
     * @throws UnusableLetterException if the contract has none of that name
     */
    static DeadLetterTopic named(String name) throws UnusableLetterException {
        return all().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnusableLetterException(
                        "\"" + name + "\" is no topic of dead letters: nothing of it is sent or dropped"));
    }

    /** At the brokers. */
    public String name() {
        return source.deadLetters(reader);
    }
}
