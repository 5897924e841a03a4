package dev.clausewatch.alert.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/**
 * Bodies of messages, rendered once for each way of writing them and sent unchanged. Recent ones are cached, since many deliveries share a
 * message.
 */
@ApplicationScoped
public class Messages {

    private static final ObjectMapper JSON = EventCodec.mapper();
    private static final int CACHED = 256;

    private final Database database;
    private final Cache<String, Message> cache =
            Caffeine.newBuilder().maximumSize(CACHED).build();

    Messages(Database database) {
        this.database = database;
    }

    /**
     * A body with what its ledger entries need.
     *
     * @param body as it is sent
     * @param document whose change or source it tells of; absent for a test
     * @param headline of the change, for the message that takes it back; absent where there is none
     */
    public record Message(
            String body,
            @Nullable DocumentRef document,
            @Nullable String headline) {}

    /** Stores one; the first of an id stays. */
    public void add(String id, Message message, Instant now) {
        database.sql("""
                insert into message (id, body, document, headline, created_at) values (:id, :body, :document, :headline, :now)
                on conflict (id) do nothing""")
                .bind("id", id)
                .bind("body", message.body())
                .bind("document", message.document() == null ? null : write(message.document()))
                .bind("headline", message.headline())
                .bind("now", now)
                .update();
    }

    /** Those with these ids. */
    public Map<String, Message> find(Collection<String> ids) {
        return cache.getAll(ids, this::load);
    }

    private Map<String, Message> load(Set<? extends String> ids) {
        return database.sql("select id, body, document, headline from message where id = any (:ids)")
                .bind("ids", ids)
                .collect(Collectors.toMap(row -> row.getColumn("id", String.class), Messages::message));
    }

    private static Message message(RowView row) {
        @Nullable String document = row.getColumn("document", String.class);
        return new Message(
                row.getColumn("body", String.class),
                document == null ? null : read(document),
                row.getColumn("headline", String.class));
    }

    private static String write(DocumentRef document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DocumentRef read(String json) {
        try {
            return JSON.readValue(json, DocumentRef.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
