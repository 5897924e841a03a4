package dev.clausewatch.gateway.documents;

import dev.clausewatch.gateway.citations.Citations;
import dev.clausewatch.runtime.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Memento (RFC 7089): the text of a document is the original and its own timegate, the texts of its versions are mementos, and the list of
 * them is its timemap. Suspect versions are no mementos.
 */
@ApplicationScoped
class Mementos {

    /** The header that asks for a time. */
    static final String ACCEPT_DATETIME = "Accept-Datetime";

    /** The type of timemaps. */
    static final String LINK_FORMAT = "application/link-format";

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final VersionRepository versions;
    private final Citations citations;

    Mementos(VersionRepository versions, Citations citations) {
        this.versions = versions;
        this.citations = citations;
    }

    /**
     * The time that a client asks for.
     *
     * @param header as it came
     * @return null when it asks for none
     */
    static @Nullable Instant asked(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return null;
        }
        try {
            return ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            throw Problem.of("bad-header", "Header not understood", Response.Status.BAD_REQUEST.getStatusCode())
                    .withDetail("The header Accept-Datetime is \"" + Problem.shown(header)
                            + "\": it is no date such as Sun, 01 Mar 2026 12:00:00 GMT.")
                    .with("header", ACCEPT_DATETIME)
                    .build();
        }
    }

    /** The version nearest to a time: the one that stood, or the first one when that came later. */
    @Nullable
    Version nearest(String documentId, Instant time) {
        return versions.standing(documentId, time)
                .or(() -> versions.oldest(documentId))
                .orElse(null);
    }

    /** Adds what tells clients where in time the answer is, and where the other times are. */
    Response.ResponseBuilder mark(Response.ResponseBuilder answer, Version version) {
        String original = text(version.documentId());
        List<String> links = new ArrayList<>();
        links.add(link(original, "original timegate"));
        links.add(link(timemap(version.documentId()), "timemap") + "; type=\"" + LINK_FORMAT + "\"");
        return answer.header("Memento-Datetime", HTTP_DATE.format(version.firstSeenAt()))
                .header(HttpHeaders.LINK, String.join(", ", links));
    }

    /** All mementos of a document, oldest first; null when there is none. */
    @Nullable
    String timemap(String documentId, int most) {
        List<VersionRepository.Moment> moments = versions.moments(documentId, most);
        if (moments.isEmpty()) {
            return null;
        }
        StringBuilder map = new StringBuilder();
        map.append(link(text(documentId), "original timegate")).append(",\n");
        map.append(link(timemap(documentId), "self"))
                .append("; type=\"" + LINK_FORMAT + "\"; from=\"")
                .append(HTTP_DATE.format(moments.getFirst().firstSeenAt()))
                .append("\"; until=\"")
                .append(HTTP_DATE.format(moments.getLast().firstSeenAt()))
                .append('"');
        for (int i = 0; i < moments.size(); i++) {
            String place = (i == 0 ? "first " : "") + (i == moments.size() - 1 ? "last " : "") + "memento";
            map.append(",\n")
                    .append(link(citations.address(path(moments.get(i).snapshotId())), place))
                    .append("; datetime=\"")
                    .append(HTTP_DATE.format(moments.get(i).firstSeenAt()))
                    .append('"');
        }
        return map.append('\n').toString();
    }

    /** The path of a version's text. */
    static String path(String snapshotId) {
        return "/api/v1/versions/" + snapshotId + "/text";
    }

    private String text(String documentId) {
        return citations.address("/api/v1/documents/" + documentId + "/text");
    }

    private String timemap(String documentId) {
        return citations.address("/api/v1/documents/" + documentId + "/timemap");
    }

    private static String link(String address, String rel) {
        return "<" + address + ">; rel=\"" + rel + "\"";
    }
}
