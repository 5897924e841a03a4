package dev.clausewatch.gateway.documents;

import dev.clausewatch.gateway.documents.VersionOnDay.Knowledge;
import dev.clausewatch.gateway.http.ApiProblems;
import dev.clausewatch.runtime.http.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which text of a document stood on a day. */
@ApplicationScoped
public class AnyDay {

    private final DocumentRepository documents;
    private final VersionRepository versions;
    private final Clock clock;

    AnyDay(DocumentRepository documents, VersionRepository versions, Clock clock) {
        this.documents = documents;
        this.versions = versions;
        this.clock = clock;
    }

    /**
     * The version that stood, and how well that is known.
     *
     * @param parameter that asks
     * @param on a day or a moment; null for now
     * @throws HttpProblem 404 when there is no such document, or nothing is known of that day, with the reason; 400 when it is still to come
     */
    public VersionOnDay find(String documentId, String parameter, @Nullable String on) {
        Instant now = clock.instant();
        PointInTime asked = PointInTime.read(parameter, on, now);
        PointInTime when = asked == null ? PointInTime.now(now) : asked;
        return versions.standing(documentId, when.until())
                .map(version -> describe(when, version))
                .orElseThrow(() -> nothingKnown(documentId, when));
    }

    private VersionOnDay describe(PointInTime when, Version version) {
        Instant replaced = version.stoodUntil();
        Version newest = replaced == null
                ? version
                : versions.standing(version.documentId(), clock.instant()).orElse(version);
        Knowledge knowledge = version.lastVerifiedAt().isBefore(when.from())
                ? (replaced == null ? Knowledge.NOT_SEEN_SINCE : Knowledge.BETWEEN)
                : Knowledge.SEEN;
        return new VersionOnDay(
                when.asked(),
                knowledge,
                note(knowledge, version, replaced),
                newest.lastVerifiedAt(),
                replaced == null ? 0 : versions.since(version),
                version);
    }

    private static String note(Knowledge knowledge, Version version, @Nullable Instant replaced) {
        String seen = (version.imported() ? "The archive first saw this text on " : "This text was first seen on ")
                + version.firstSeenAt();
        return switch (knowledge) {
            case SEEN -> seen + " and was seen to stand until " + version.lastVerifiedAt() + ".";
            case BETWEEN ->
                seen + " and last seen to stand on " + version.lastVerifiedAt() + "; the next one was first seen on "
                        + replaced + ". Which of both stood in between was not seen.";
            case NOT_SEEN_SINCE ->
                seen + " and last seen to stand on " + version.lastVerifiedAt()
                        + ". The document was not read since, so a later text would not be known.";
        };
    }

    private HttpProblem nothingKnown(String documentId, PointInTime when) {
        Document document = documents.find(documentId).orElseThrow(() -> ApiProblems.notFound("document", documentId));
        return versions.oldest(documentId)
                .map(first -> unknown(
                                "before-first-version",
                                "Its first text was seen on " + first.firstSeenAt()
                                        + (first.imported() ? ", by the archive it comes from" : "")
                                        + "; what stood before is not known.",
                                documentId,
                                when)
                        .with("firstSeenAt", first.firstSeenAt())
                        .with("firstVersion", first.snapshotId())
                        .build())
                .orElseGet(() -> unknown("no-version", whyNone(document), documentId, when)
                        .build());
    }

    private static HttpProblem.Builder unknown(String reason, String why, String documentId, PointInTime when) {
        return Problem.of("nothing-known", "Nothing known of that day", Response.Status.NOT_FOUND.getStatusCode())
                .withDetail("No text of \"" + Problem.shown(documentId) + "\" is known for "
                        + Problem.shown(when.asked()) + ". " + why)
                .with("reason", reason)
                .with("on", Problem.shown(when.asked()));
    }

    private static String whyNone(Document document) {
        if (document.versions() > 0) {
            return "All that was captured so far is suspect: it is probably no text of the document.";
        }
        SourceHealth source = document.source();
        String detail = source.detail();
        return switch (source.status()) {
            case NOT_WATCHED -> "It is not watched, and no archive of it was imported.";
            case PENDING -> "It was not read yet.";
            case FAILING, DEGRADED ->
                "It could not be read since " + source.failingSince() + (detail == null ? "." : ": " + detail);
            case HELD, HEALTHY -> "It was read, and what was read is not processed yet.";
        };
    }
}
