package dev.clausewatch.crawler.archive;

import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.runtime.http.ServiceOnly;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;

/** Captured bytes, exactly as they came; never as a page, which a browser would run. */
@Path("/raw")
@ServiceOnly
public class RawResource {

    private final Archive archive;

    RawResource(Archive archive) {
        this.archive = archive;
    }

    /** The bytes with this hash. */
    @GET
    @Path("/{sha256}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public byte[] raw(@PathParam("sha256") String sha256) {
        return archive.raw(sha256)
                .map(RawBytes::array)
                .orElseThrow(() -> HttpProblem.valueOf(Status.NOT_FOUND, "No capture has the bytes " + sha256 + "."));
    }
}
