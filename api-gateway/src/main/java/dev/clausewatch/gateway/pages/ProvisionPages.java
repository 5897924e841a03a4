package dev.clausewatch.gateway.pages;

import dev.clausewatch.gateway.http.ApiProblems;
import dev.clausewatch.gateway.provisions.ProvisionLife;
import dev.clausewatch.gateway.provisions.Provisions;
import dev.clausewatch.gateway.search.Searches;
import dev.clausewatch.gateway.search.SimilarProvision;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The life of a provision. */
@Path("/provisions")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ProvisionPages {

    private static final int MOST_SIMILAR = 3;

    private final Frames frames;
    private final Provisions provisions;
    private final Searches searches;

    ProvisionPages(Frames frames, Provisions provisions, Searches searches) {
        this.frames = frames;
        this.provisions = provisions;
        this.searches = searches;
    }

    /** One provision. */
    @GET
    @Path("/{id}")
    public TemplateInstance provision(
            @PathParam("id") String id, @QueryParam("cursor") @Nullable String cursor, @Context UriInfo request) {
        ProvisionLife life = provisions.life(id, cursor).orElseThrow(() -> ApiProblems.notFound("provision", id));
        String title = DisplayText.name(life) + ", " + life.document().platform() + ", "
                + life.document().termsType();
        List<SimilarProvision> similar = life.current() == null
                ? List.of()
                : searches.similar(id, MOST_SIMILAR).orElse(List.of());
        return Templates.provision(
                frames.frame(title, "documents"), life, similar, Addresses.next(request, life.next()));
    }
}
