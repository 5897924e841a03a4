package dev.clausewatch.gateway.feeds;

import dev.clausewatch.gateway.changes.ChangeParameters;
import dev.clausewatch.gateway.changes.ChangeSummary;
import dev.clausewatch.gateway.changes.Changes;
import dev.clausewatch.runtime.http.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Sends whole lists of changes while they are read: in memory are a few hundred rows, however long the list. Thread-safe. */
@ApplicationScoped
class Exports {

    private static final int BUFFER = 64 * 1024;
    private static final int RETRY_AFTER_SECONDS = 30;

    private final Changes changes;
    private final ExportConfig config;
    private final Semaphore turns;

    Exports(Changes changes, ExportConfig config) {
        this.changes = changes;
        this.config = config;
        this.turns = new Semaphore(config.atOnce(), true);
    }

    /**
     * A file with all changes that the filters let through, in the order of the list.
     *
     * @param head what comes before the rows
     * @param row a change as it stands in the file
     * @param acceptEncoding the header of that name: with gzip the file is sent compressed
     */
    Response send(
            ChangeParameters given,
            String name,
            MediaType type,
            byte[] head,
            Function<ChangeSummary, byte[]> row,
            @Nullable String acceptEncoding) {
        whole("cursor", given.cursor);
        whole("limit", given.limit);
        changes.check(given);
        boolean compressed = acceptsGzip(acceptEncoding);
        StreamingOutput file = out -> inTurn(out, compressed, given, head, row);
        Response.ResponseBuilder answer = Response.ok(file)
                .type(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        return (compressed ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip") : answer).build();
    }

    private void inTurn(
            OutputStream out,
            boolean compressed,
            ChangeParameters given,
            byte[] head,
            Function<ChangeSummary, byte[]> row)
            throws IOException {
        try {
            if (!turns.tryAcquire(config.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            // Its header goes out at once, and with it the status.
            OutputStream packed = compressed ? new GZIPOutputStream(out, BUFFER) : out;
            OutputStream buffered = new BufferedOutputStream(packed, BUFFER);
            buffered.write(head);
            changes.each(given, change -> write(buffered, row.apply(change)));
            // Not when anything failed: a file that breaks off must not look whole.
            buffered.close();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            turns.release();
        }
    }

    private static void write(OutputStream out, byte[] row) {
        try {
            out.write(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void whole(String parameter, @Nullable String value) {
        if (value != null) {
            throw Problem.parameter(
                    parameter, value, "an export is always whole; ask for less with the filters", List.of());
        }
    }

    /** Whether gzip is among the encodings and not ruled out by {@code q=0}. */
    static boolean acceptsGzip(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        for (String one : List.of(acceptEncoding.split(",", -1))) {
            List<String> parts = List.of(one.split(";", -1));
            if (parts.getFirst().strip().equalsIgnoreCase("gzip")) {
                return parts.stream().skip(1).map(String::strip).noneMatch(Exports::isZero);
            }
        }
        return false;
    }

    private static boolean isZero(String parameter) {
        return parameter.startsWith("q=0") && parameter.substring(2).chars().allMatch(c -> c == '0' || c == '.');
    }

    private static HttpProblem busy() {
        return Problem.of("busy", "Busy", Response.Status.SERVICE_UNAVAILABLE.getStatusCode())
                .withDetail("Other exports are running. Try again in a moment.")
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }
}
