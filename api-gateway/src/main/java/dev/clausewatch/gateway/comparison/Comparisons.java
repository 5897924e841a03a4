package dev.clausewatch.gateway.comparison;

import dev.clausewatch.diff.change.Differ;
import dev.clausewatch.diff.change.Revision;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.VersionRef;
import dev.clausewatch.gateway.changes.ChangeDetail;
import dev.clausewatch.gateway.changes.ChangedDocument;
import dev.clausewatch.gateway.changes.Redline;
import dev.clausewatch.gateway.documents.AnyDay;
import dev.clausewatch.gateway.documents.Document;
import dev.clausewatch.gateway.documents.DocumentRepository;
import dev.clausewatch.gateway.documents.Version;
import dev.clausewatch.gateway.documents.VersionRepository;
import dev.clausewatch.gateway.http.ApiProblems;
import dev.clausewatch.gateway.provisions.Provisions;
import dev.clausewatch.runtime.http.Parameters;
import dev.clausewatch.runtime.http.Problem;
import dev.clausewatch.runtime.messaging.DecisionBudget;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Compares versions on request, a few at once and each within a budget. Thread-safe. */
@ApplicationScoped
public class Comparisons {

    private static final String NOW = "now";
    private static final int MOST_DIGITS = 18;
    private static final int RETRY_AFTER_SECONDS = 5;

    private final Differ differ = new Differ();
    private final DocumentRepository documents;
    private final VersionRepository versions;
    private final AnyDay anyDay;
    private final Provisions provisions;
    private final DecisionBudget budget;
    private final Semaphore turns;
    private final ComparisonConfig config;
    private final Clock clock;

    Comparisons(
            DocumentRepository documents,
            VersionRepository versions,
            AnyDay anyDay,
            Provisions provisions,
            ComparisonConfig config,
            MeterRegistry meters,
            Clock clock) {
        this.documents = documents;
        this.versions = versions;
        this.anyDay = anyDay;
        this.provisions = provisions;
        this.budget = new DecisionBudget(config.budget(), () -> {}, meters);
        this.turns = new Semaphore(config.atOnce(), true);
        this.config = config;
        this.clock = clock;
    }

    /**
     * What differs between two versions.
     *
     * @param from a version's number, a day, a moment, or {@code now}
     * @param to likewise; {@code now} when it is null
     */
    public VersionComparison compare(String documentId, @Nullable String from, @Nullable String to) {
        Document document = documents.find(documentId).orElseThrow(() -> ApiProblems.notFound("document", documentId));
        Version before = version(
                documentId, "from", Parameters.needed("from", from, "the number of a version, a day, or \"now\""));
        Version after = version(documentId, "to", Objects.requireNonNullElse(Parameters.text(to), NOW));
        ChangeDetected compared = inTurn(document, before, after);
        boolean same = before.textHash().equals(after.textHash());
        return new VersionComparison(
                new ChangedDocument(
                        document.id(),
                        document.platformName(),
                        document.termsType(),
                        document.language(),
                        document.jurisdictions(),
                        document.url()),
                before,
                after,
                same ? VersionComparison.SAME : compared.verdict().kind().name(),
                compared.verdict().signals(),
                compared.provenance().differ(),
                compared.provenance().segmenter(),
                compared.touched().stream()
                        .map(touched -> new ChangeDetail.Provision(
                                touched.provisionId(),
                                touched.what().stream().map(Enum::name).toList(),
                                touched.from(),
                                touched.before(),
                                touched.after(),
                                touched.diff(),
                                Redline.of(touched, List.of()),
                                null))
                        .toList());
    }

    private Version version(String documentId, String parameter, String value) {
        if (value.equalsIgnoreCase(NOW)) {
            return anyDay.find(documentId, parameter, null).version();
        }
        if (value.length() <= MOST_DIGITS && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return versions.numbered(documentId, Long.parseLong(value))
                    .orElseThrow(() -> Problem.parameter(
                            parameter,
                            value,
                            "the document has no version of that number; GET /api/v1/documents/ID/versions has all",
                            List.of()));
        }
        return anyDay.find(documentId, parameter, value).version();
    }

    private ChangeDetected inTurn(Document document, Version before, Version after) {
        try {
            if (!turns.tryAcquire(config.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return compare(document, revision(before), revision(after));
        } finally {
            turns.release();
        }
    }

    private ChangeDetected compare(Document document, Revision before, Revision after) {
        DocumentRef ref = new DocumentRef(
                document.id(),
                document.platformName(),
                document.termsType(),
                document.language(),
                document.jurisdictions(),
                Objects.requireNonNullElse(document.url(), document.id()));
        Instant now = clock.instant();
        return budget.decide(
                "documentId=%s from=%d to=%d"
                        .formatted(
                                document.id(),
                                before.ref().sequence(),
                                after.ref().sequence()),
                () -> differ.compare(ref, before, after, now),
                reason -> differ.compareCoarsely(ref, before, after, now, reason));
    }

    private Revision revision(Version version) {
        return new Revision(
                new VersionRef(version.snapshotId(), version.sequence(), version.firstSeenAt(), version.textHash()),
                versions.text(version.snapshotId()).orElse(""),
                provisions.places(version.documentId(), version.snapshotId()));
    }

    private static HttpProblem busy() {
        return Problem.of("busy", "Busy", Response.Status.SERVICE_UNAVAILABLE.getStatusCode())
                .withDetail("Other versions are being compared. Try again in a moment.")
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }
}
