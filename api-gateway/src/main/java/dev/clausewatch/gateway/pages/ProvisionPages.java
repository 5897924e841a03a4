package dev.clausewatch.gateway.pages;

import dev.clausewatch.gateway.http.ApiProblems;
import dev.clausewatch.gateway.provisions.ProvisionLife;
import dev.clausewatch.gateway.provisions.Provisions;
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
import org.jspecify.annotations.Nullable;

/** The life of a provision. */
@Path("/provisions")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ProvisionPages {

    private final Frames frames;
    private final Provisions provisions;

    ProvisionPages(Frames frames, Provisions provisions) {
        this.frames = frames;
        this.provisions = provisions;
    }

    /** One provision. */
    @GET
    @Path("/{id}")
    public TemplateInstance provision(
            @PathParam("id") String id, @QueryParam("cursor") @Nullable String cursor, @Context UriInfo request) {
        ProvisionLife life = provisions.life(id, cursor).orElseThrow(() -> ApiProblems.notFound("provision", id));
        String title = DisplayText.name(life) + ", " + life.document().platform() + ", "
                + life.document().termsType();
        return Templates.provision(frames.frame(title, "documents"), life, Addresses.next(request, life.next()));
    }
}
