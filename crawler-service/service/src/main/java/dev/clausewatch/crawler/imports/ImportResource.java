package dev.clausewatch.crawler.imports;

import dev.clausewatch.runtime.http.ServiceOnly;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Histories from archives. The caller reads the archive: no path or address that it gives is opened here. */
@Path("/imports")
@ServiceOnly
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {

    /** A batch with its texts' trees takes some ten megabytes; more of them wait. */
    private static final int AT_ONCE = 2;

    private final ImportIntake intake;
    private final Semaphore room = new Semaphore(AT_ONCE);

    ImportResource(ImportIntake intake) {
        this.intake = intake;
    }

    /** How far documents are imported, and which cannot be. */
    @POST
    @Path("/positions")
    public ImportPositions positions(@Valid @NotNull ImportPositions.Question question) {
        return intake.positions(question.documents().stream()
                .map(name -> new ArchivedDocument(name.service(), name.termsType(), List.of()))
                .toList());
    }

    /** Writes versions; those that are there already are left. */
    @POST
    @Path("/versions")
    public ImportAnswer versions(@Valid @NotNull ImportBatch batch) throws InterruptedException {
        if (batch.versions() > ImportBatch.MOST_VERSIONS) {
            throw HttpProblem.valueOf(
                    Status.BAD_REQUEST,
                    "documents has %d versions; at most %d are taken at once."
                            .formatted(batch.versions(), ImportBatch.MOST_VERSIONS));
        }
        room.acquire();
        try {
            return intake.take(batch);
        } finally {
            room.release();
        }
    }
}
