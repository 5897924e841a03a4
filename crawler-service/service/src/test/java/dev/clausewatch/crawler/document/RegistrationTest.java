package dev.clausewatch.crawler.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A document and how its captures stand are two rows, and there is never one without the other. */
@QuarkusTest
@WithKafka
@WithPostgres
@SuppressWarnings("NullAway.Init")
class RegistrationTest {

    @Inject
    DocumentRegistry registry;

    @Inject
    Database database;

    @Test
    void writesADocumentWithItsCaptureStateOrNeither() {
        QuarkusTransaction.begin();
        String id = register("undone");
        assertEquals(List.of("not due"), states(id));
        QuarkusTransaction.rollback();
        assertEquals(List.of(), states(id));
        QuarkusTransaction.requiringNew().run(() -> register("undone"));
        assertEquals(List.of("not due"), states(id));
    }

    private String register(String service) {
        return registry.registerArchived(service, "Terms of Service", "https://archives.example/undone")
                .id();
    }

    private List<String> states(String id) {
        return database.sql("""
                select case when document_id is null then 'no state' when next_attempt_at is null then 'not due' else 'due' end
                from document left join capture_state on document_id = id where id = :id""").bind("id", id).list(String.class);
    }
}
