package dev.clausewatch.gateway.readmodel;

import dev.clausewatch.events.Service;
import dev.clausewatch.events.Topic;
import java.util.Arrays;
import java.util.Optional;

/** A stage between a captured version and its change in the read model, whose dead letters say what is missing there. */
enum Stage {
    COMPARE(Topic.CAPTURES, Service.DIFF),
    CLASSIFY(Topic.CHANGES, Service.CLASSIFIER);

    private final String deadLetters;

    Stage(Topic reads, Service service) {
        this.deadLetters = reads.deadLetters(service);
    }

    /** The topic of its dead letters. */
    String deadLetters() {
        return deadLetters;
    }

    /** The stage with this topic of dead letters. */
    static Optional<Stage> byDeadLetters(String topic) {
        return Arrays.stream(values())
                .filter(stage -> stage.deadLetters.equals(topic))
                .findFirst();
    }
}
