package dev.clausewatch.gateway.documents;

import dev.clausewatch.gateway.http.ApiProblems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** Answers with the text of a version, in a form. */
@ApplicationScoped
public class VersionTexts {

    private static final String IMMUTABLE = "private, max-age=31536000, immutable";
    private static final String MAY_CHANGE = "private, no-cache";

    private final VersionRepository versions;
    private final Mementos mementos;

    VersionTexts(VersionRepository versions, Mementos mementos) {
        this.versions = versions;
        this.mementos = mementos;
    }

    /** The text of a version, which never changes. */
    public Response ofVersion(String snapshotId, TextForm form, Request request) {
        Version version = versions.find(snapshotId).orElseThrow(() -> ApiProblems.notFound("version", snapshotId));
        return answer(version, form, request, IMMUTABLE).build();
    }

    /** The text that stood on a day; that day's text may still become known better. */
    Response onDay(Version stood, TextForm form, Request request) {
        return answer(stood, form, request, MAY_CHANGE)
                .header(HttpHeaders.CONTENT_LOCATION, Mementos.path(stood.snapshotId()))
                .build();
    }

    private Response.ResponseBuilder answer(Version version, TextForm form, Request request, String caching) {
        EntityTag tag = new EntityTag(form.tag(version.textHash()));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged == null
                ? Response.ok(
                                form.write(
                                        version,
                                        versions.text(version.snapshotId())
                                                .orElseThrow(
                                                        () -> ApiProblems.notFound("version", version.snapshotId()))),
                                form.type())
                        .tag(tag)
                : unchanged;
        return mementos.mark(answer, version)
                .header(HttpHeaders.CACHE_CONTROL, caching)
                .header(HttpHeaders.VARY, "Accept, Accept-Datetime");
    }
}
