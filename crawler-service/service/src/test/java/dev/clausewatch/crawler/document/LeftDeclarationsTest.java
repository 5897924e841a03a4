package dev.clausewatch.crawler.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.crawler.declaration.DeclarationParser;
import dev.clausewatch.crawler.declaration.DeclarationProblem;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Settings that name neither a folder nor a repository, after others that did. */
@QuarkusTest
@WithKafka
@WithPostgres
@SuppressWarnings("NullAway.Init")
class LeftDeclarationsTest {

    private static final String LEFT =
            "{\"name\": \"Left\", \"terms\": {\"Imprint\": {\"fetch\": \"https://left.example\"}}}";

    @Inject
    DocumentRegistry registry;

    @Test
    void staysInForceIsReportedAndCanBeEnded() {
        DocumentsConfig nowhere = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(DocumentsConfig.class, "clausewatch.documents")
                .build()
                .getConfigMapping(DocumentsConfig.class);
        DeclarationSchedule schedule = new DeclarationSchedule(nowhere, registry);
        DeclarationResource resource = new DeclarationResource(registry, schedule, nowhere);
        registry.putAll(List.of(
                new DeclarationParser(Duration.ofDays(1)).parse("Left", LEFT.getBytes(StandardCharsets.UTF_8))));

        List<DeclarationProblem> problems = resource.problems().problems();
        assertEquals(1, problems.size());
        assertTrue(problems.getFirst().reason().startsWith("1 documents were declared"), problems::toString);
        assertTrue(watched());

        resource.delete("Left");
        assertEquals(List.of(), resource.problems().problems());
        assertTrue(!watched());
    }

    private boolean watched() {
        return registry.find("left/imprint").filter(RegisteredDocument::watched).isPresent();
    }
}
