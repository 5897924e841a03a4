package dev.clausewatch.crawler.schedule;

import dev.clausewatch.runtime.http.Problem;
import dev.clausewatch.runtime.http.ServiceOnly;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Captures on request. */
@Path("/captures")
@ServiceOnly
public class CaptureResource {

    private final ClaimRepository claims;
    private final CaptureLoop loop;
    private final Clock clock;

    CaptureResource(ClaimRepository claims, CaptureLoop loop, Clock clock) {
        this.claims = claims;
        this.loop = loop;
        this.clock = clock;
    }

    /** Which document. */
    public record CaptureRequest(@NotBlank String documentId) {}

    /** Captures a document now, as far as its host's pace allows; accepted, not awaited. */
    @POST
    @APIResponse(responseCode = "202", description = "It is captured soon")
    public Response capture(@NotNull @Valid CaptureRequest request) {
        if (!claims.request(request.documentId(), clock.instant())) {
            throw HttpProblem.valueOf(
                    Status.NOT_FOUND, "No document " + Problem.shown(request.documentId()) + " is watched.");
        }
        loop.nudge();
        return Response.accepted().build();
    }
}
