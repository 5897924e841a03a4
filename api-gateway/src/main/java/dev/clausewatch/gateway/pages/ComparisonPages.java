package dev.clausewatch.gateway.pages;

import dev.clausewatch.gateway.comparison.Comparisons;
import dev.clausewatch.gateway.comparison.VersionComparison;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** The redline between any two versions of a document. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ComparisonPages {

    private final Frames frames;
    private final Comparisons comparisons;

    ComparisonPages(Frames frames, Comparisons comparisons) {
        this.frames = frames;
        this.comparisons = comparisons;
    }

    /** The redline. */
    @GET
    @Path("/documents/{id: .+}/compare")
    public TemplateInstance compare(
            @PathParam("id") String id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        VersionComparison comparison = comparisons.compare(id, from, to);
        String title = comparison.document().platform() + ", "
                + comparison.document().termsType() + ", version "
                + comparison.from().sequence() + " and version "
                + comparison.to().sequence();
        return Templates.compare(frames.frame(title, "documents"), comparison);
    }
}
