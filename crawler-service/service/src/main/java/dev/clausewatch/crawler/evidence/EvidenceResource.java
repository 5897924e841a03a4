package dev.clausewatch.crawler.evidence;

import dev.clausewatch.runtime.http.Parameters;
import dev.clausewatch.runtime.http.Problem;
import dev.clausewatch.runtime.http.ServiceOnly;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The log of evidence: its checkpoint, its key, and proofs. */
@Path("/evidence")
@ServiceOnly
public class EvidenceResource {

    private static final String TEXT = "text/plain;charset=UTF-8";

    private final EvidenceLog log;

    EvidenceResource(EvidenceLog log) {
        this.log = log;
    }

    /** That a snapshot's record is in the log. */
    public record Inclusion(String snapshotId, long leafIndex, long size, List<String> path) {}

    /** That a later tree begins with an earlier one. */
    public record Consistency(long from, long to, List<String> path) {}

    /** The newest checkpoint. */
    @GET
    @Path("/checkpoint")
    @Produces(TEXT)
    public String checkpoint() {
        return newest().note();
    }

    /** The key its signature is checked with. */
    @GET
    @Path("/public-key")
    @Produces(TEXT)
    public String publicKey() {
        return log.key().verifyingKey().pem();
    }

    /** Proves a record in the tree of a size, by default the newest that is signed. */
    @GET
    @Path("/inclusion")
    @Produces(MediaType.APPLICATION_JSON)
    public Inclusion inclusion(
            @QueryParam("snapshot") @Nullable String snapshotId, @QueryParam("size") @Nullable String size) {
        String snapshot = Parameters.needed("snapshot", snapshotId, "the id of a snapshot");
        Long given = Parameters.number("size", size);
        long signed = newest().size();
        long wanted = given == null ? signed : given;
        long leaf = log.leaf(snapshot)
                .orElseThrow(() -> HttpProblem.valueOf(
                        Status.NOT_FOUND, "No snapshot " + Problem.shown(snapshot) + " is in the log of evidence."));
        if (wanted <= leaf || wanted > signed) {
            throw outside("size", leaf + 1, signed);
        }
        return new Inclusion(snapshot, leaf, wanted, hex(log.inclusion(leaf, wanted)));
    }

    /** Proves that the tree of a size, by default the newest that is signed, begins with that of an earlier size. */
    @GET
    @Path("/consistency")
    @Produces(MediaType.APPLICATION_JSON)
    public Consistency consistency(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        Long earlier = Parameters.number("from", Parameters.needed("from", from, "the size of an earlier log"));
        Long given = Parameters.number("to", to);
        long signed = newest().size();
        long later = given == null ? signed : given;
        if (later < 1 || later > signed) {
            throw outside("to", 1, signed);
        }
        if (earlier == null || earlier < 1 || earlier > later) {
            throw outside("from", 1, later);
        }
        return new Consistency(earlier, later, hex(log.consistency(earlier, later)));
    }

    private EvidenceLog.SignedTree newest() {
        return log.newest()
                .orElseThrow(() -> HttpProblem.valueOf(Status.NOT_FOUND, "The log of evidence has no checkpoint yet."));
    }

    private static HttpProblem outside(String parameter, long least, long most) {
        return HttpProblem.valueOf(
                Status.BAD_REQUEST, "The parameter %s must be from %d to %d.".formatted(parameter, least, most));
    }

    private static List<String> hex(List<Hash> path) {
        return path.stream().map(Hash::hex).toList();
    }
}
