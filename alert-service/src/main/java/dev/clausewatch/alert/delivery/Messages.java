package dev.clausewatch.alert.delivery;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Webhook bodies, built once and sent as they are. The latest are kept in memory: many deliveries share one. */
@ApplicationScoped
class Messages {

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
     */
    record Message(String body, @Nullable DocumentRef document) {}

    /** Stores one; the first of an id stays. */
    void add(String id, String body, @Nullable DocumentRef document, Instant now) {
        int unused = database.update("""
                insert into message (id, body, document, created_at) values (?, ?, ?, ?)
                on conflict (id) do nothing""", id, body, document == null ? null : write(document), now);
    }

    /** Those with these ids. */
    Map<String, Message> find(Collection<String> ids) {
        return cache.getAll(ids, this::load);
    }

    private Map<String, Message> load(Set<? extends String> ids) {
        Map<String, Message> loaded = new HashMap<>();
        List<String> unused = database.list(
                "select id, body, document from message where id = any (?)",
                row -> {
                    @Nullable String document = row.textOrNull("document");
                    loaded.put(row.text("id"), new Message(row.text("body"), document == null ? null : read(document)));
                    return row.text("id");
                },
                (Object) ids.toArray(String[]::new));
        return loaded;
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
