package dev.clausewatch.runtime.messaging;

import dev.clausewatch.events.Event;
import dev.clausewatch.events.Topic;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A stage as services have them: stores each event once, and passes it on to the topic of classifications. */
class PassingOn implements EventInbox.Handler {

    /** What it did, in order. */
    final List<String> steps = new ArrayList<>();

    private final DataSource database;

    PassingOn(DataSource database) {
        this.database = database;
    }

    @Override
    public EventInbox.Storing decide(List<Event> events) {
        steps.add("decide " + keys(events));
        return () -> {
            for (Event event : events) {
                store(event);
            }
            steps.add("store " + keys(events));
            return events.stream().map(this::publication).toList();
        };
    }

    @Override
    public void buried(EventInbox.DeadLetter letter) {
        steps.add("buried " + letter.key());
    }

    /** How often it decided. */
    long decisions() {
        return steps.stream().filter(step -> step.startsWith("decide")).count();
    }

    Publication publication(Event event) {
        return new Publication(Topic.CLASSIFICATIONS, event);
    }

    void store(Event event) {
        insert(event.id(), event.data().key());
    }

    void insert(String id, String key) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "insert into handled_event (event_id, event_key) values (?, ?) on conflict do nothing")) {
            statement.setString(1, id);
            statement.setString(2, key);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> keys(List<Event> events) {
        return events.stream().map(event -> event.data().key()).toList();
    }
}
