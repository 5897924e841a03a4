package dev.clausewatch.classifier.classification;

import dev.clausewatch.classifier.assess.Classified;
import dev.clausewatch.classifier.assess.Classifier;
import dev.clausewatch.classifier.assess.ModelReadings;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeSettled;
import dev.clausewatch.events.Classification;
import dev.clausewatch.events.ClassificationCause;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.Limits;
import dev.clausewatch.events.Topic;
import dev.clausewatch.runtime.messaging.EventInbox;
import dev.clausewatch.runtime.messaging.Publication;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Classifies each detected change once and stores the answer; settlements pass on unchanged, behind the change they are about. A
 * change that was classified before, under whatever rules, gives its stored event again.
 */
@ApplicationScoped
class ClassificationStage implements EventInbox.Handler {

    private final Classifier classifier;
    private final TimeLimitedClassifier bounded;
    private final Classifications answers;
    private final Clock clock;

    ClassificationStage(Classifier classifier, TimeLimitedClassifier bounded, Classifications answers, Clock clock) {
        this.classifier = classifier;
        this.bounded = bounded;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public EventInbox.Storing decide(List<Event> events) {
        Map<String, Event> known = QuarkusTransaction.requiringNew().call(() -> known(events));
        List<Event> added = new ArrayList<>();
        List<Publication> publications = new ArrayList<>(events.size());
        for (Event event : events) {
            if (event.data() instanceof ChangeDetected change) {
                Event classified = known.computeIfAbsent(change.changeId(), id -> classify(change, added));
                publications.add(new Publication(Topic.CLASSIFICATIONS, classified));
            } else if (event.data() instanceof ChangeSettled) {
                publications.add(new Publication(Topic.CLASSIFICATIONS, event));
            }
        }
        return () -> {
            answers.add(added);
            return publications;
        };
    }

    private Map<String, Event> known(List<Event> events) {
        List<String> changeIds = events.stream()
                .map(Event::data)
                .filter(ChangeDetected.class::isInstance)
                .map(data -> ((ChangeDetected) data).changeId())
                .toList();
        return new HashMap<>(changeIds.isEmpty() ? Map.of() : answers.first(changeIds));
    }

    private Event classify(ChangeDetected change, List<Event> added) {
        ChangeClassified data = ClassificationSizeLimit.fit(
                data(change, bounded.classify(change, Map.of(), ModelReadings.NONE)), Limits.EVENT_BYTES);
        String eventId =
                Ids.event(EventType.CHANGE_CLASSIFIED, data.classification().classificationId());
        Event event = new Event(eventId, data.classification().classifiedAt(), Classifications.SOURCE, data);
        added.add(event);
        return event;
    }

    private ChangeClassified data(ChangeDetected change, Classified answer) {
        return new ChangeClassified(
                change.document(),
                new Classification(
                        Ids.classification(
                                change.changeId(), classifier.ruleset().version(), 0),
                        0,
                        ClassificationCause.CHANGE,
                        classifier.ruleset(),
                        clock.instant()),
                change,
                answer.provisions(),
                answer.meaning(),
                List.of(),
                null);
    }
}
