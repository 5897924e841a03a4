package dev.clausewatch.gateway.platforms;

import dev.clausewatch.gateway.http.ApiProblems;
import dev.clausewatch.gateway.http.Cursor;
import dev.clausewatch.gateway.http.ItemPage;
import dev.clausewatch.runtime.http.Parameters;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Platforms. */
@Path("/api/v1/platforms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Platforms")
public class PlatformResource {

    private static final String LIST = "platforms";

    private final PlatformRepository platforms;

    PlatformResource(PlatformRepository platforms) {
        this.platforms = platforms;
    }

    /** Lists them. */
    @GET
    @Operation(summary = "Platforms whose documents are watched")
    public RestResponse<ItemPage<Platform>> listPlatforms(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo request) {
        int size = Parameters.limit(limit);
        Cursor from = Cursor.read(LIST, 1, cursor);
        List<Platform> rows = platforms.list(from == null ? "" : from.key(0), size + 1);
        return ItemPage.of(rows, size, last -> new Cursor(LIST, List.of(last.slug())))
                .respond(request);
    }

    /** Shows one. */
    @GET
    @Path("/{slug}")
    @Operation(summary = "One platform")
    public Platform getPlatform(@PathParam("slug") String slug) {
        return platforms.find(slug).orElseThrow(() -> ApiProblems.notFound("platform", slug));
    }
}
