package dev.clausewatch.cli.crawler;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clausewatch.cli.CommandFailedException;
import dev.clausewatch.cli.InstallationApi;
import dev.clausewatch.crawler.Json;
import dev.clausewatch.crawler.imports.ArchivedBlobs;
import dev.clausewatch.crawler.imports.ArchivedBlobs.Content;
import dev.clausewatch.crawler.imports.ArchivedDocument;
import dev.clausewatch.crawler.imports.ArchivedVersion;
import dev.clausewatch.crawler.imports.ImportAnswer;
import dev.clausewatch.crawler.imports.ImportAnswer.Refusal;
import dev.clausewatch.crawler.imports.ImportAnswer.UnreadableVersion;
import dev.clausewatch.crawler.imports.ImportPositions;
import dev.clausewatch.crawler.imports.ImportPositions.Position;
import dev.clausewatch.crawler.imports.VersionArchive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Sends what of an archive an installation has not got. Documents know nothing of each other, so some are sent side by side; the
 * versions of one go in order, and the installation's answer is awaited before the next are sent.
 */
final class ArchiveUpload {

    /** As many as the server works on at once. */
    private static final int SIDE_BY_SIDE = 2;

    private static final String JSON = "application/json";

    private final InstallationApi api;
    private final VersionArchive archive;
    private final ImportReport report;

    ArchiveUpload(InstallationApi api, VersionArchive archive, ImportReport report) {
        this.api = api;
        this.archive = archive;
        this.report = report;
    }

    /**
     * A document with its versions that are still to be sent.
     *
     * @param after the commit of the last one that was; absent when none was
     */
    private record Rest(ArchivedDocument document, @Nullable String after, List<ArchivedVersion> versions) {}

    void send(List<ArchivedDocument> documents) throws IOException, InterruptedException {
        Queue<Rest> rests = new ConcurrentLinkedQueue<>(rests(documents));
        report.begin(rests.stream().mapToInt(rest -> rest.versions().size()).sum());
        ExecutorService senders = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try {
            List<Future<?>> sent = new ArrayList<>();
            for (int i = 0; i < SIDE_BY_SIDE; i++) {
                sent.add(senders.submit(() -> {
                    sendAll(rests);
                    return null;
                }));
            }
            for (Future<?> each : sent) {
                await(each);
            }
        } finally {
            senders.shutdownNow();
        }
    }

    private static void await(Future<?> sent) throws IOException, InterruptedException {
        try {
            sent.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException fault) {
                throw fault;
            }
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(e);
        }
    }

    private List<Rest> rests(List<ArchivedDocument> documents) throws IOException, InterruptedException {
        List<Rest> rests = new ArrayList<>();
        for (int from = 0; from < documents.size(); from += ImportPositions.Question.MOST_DOCUMENTS) {
            int to = Math.min(documents.size(), from + ImportPositions.Question.MOST_DOCUMENTS);
            List<ArchivedDocument> some = documents.subList(from, to);
            List<Position> positions = positions(some);
            for (int i = 0; i < some.size(); i++) {
                rest(rests, some.get(i), positions.get(i));
            }
        }
        return rests;
    }

    private List<Position> positions(List<ArchivedDocument> documents) throws IOException, InterruptedException {
        ImportPositions.Question question = new ImportPositions.Question(documents.stream()
                .map(document -> new ImportPositions.Name(document.service(), document.termsType()))
                .toList());
        JsonNode answer = api.post("/api/v1/imports/positions", JSON, bytes(question));
        return Json.read(answer.toString(), ImportPositions.class).documents();
    }

    private void rest(List<Rest> rests, ArchivedDocument document, Position position) {
        if (position.refused() != null) {
            report.refused(position.document(), position.refused());
            return;
        }
        int done = 0;
        if (position.lastCommit() != null) {
            while (done < document.versions().size()
                    && !document.versions().get(done).commit().name().equals(position.lastCommit())) {
                done++;
            }
            done++;
        }
        if (done > document.versions().size()) {
            report.refused(
                    position.document(),
                    new Refusal(
                            "another-history",
                            "%s is imported up to commit %s, which this archive has not got: it is another archive, or its history was written anew."
                                    .formatted(position.document(), position.lastCommit())));
            return;
        }
        report.document(position);
        if (done < document.versions().size()) {
            rests.add(new Rest(
                    document,
                    position.lastCommit(),
                    document.versions().subList(done, document.versions().size())));
        }
    }

    private void sendAll(Queue<Rest> rests) throws IOException, InterruptedException {
        try (ArchivedBlobs blobs = new ArchivedBlobs(archive.repository())) {
            PendingBatch batch = new PendingBatch(archive.name());
            for (Rest rest = rests.poll(); rest != null; rest = rests.poll()) {
                add(rest, blobs, batch);
            }
            flush(batch);
        }
    }

    private void add(Rest rest, ArchivedBlobs blobs, PendingBatch batch) throws IOException, InterruptedException {
        ArchivedDocument document = rest.document();
        String before = rest.after();
        for (ArchivedVersion version : rest.versions()) {
            if (report.isRefused(document.id())) {
                return;
            }
            switch (blobs.read(version.blob())) {
                case Content.Text text
                when !PendingBatch.takes(text.text()) ->
                    unreadable(version, "text-too-large", "As JSON the text is larger than can be sent.");
                case Content.Text text -> {
                    if (!batch.hasRoomFor(text.text())) {
                        flush(batch);
                    }
                    batch.add(document, before, version, text.text());
                    before = version.commit().name();
                }
                case Content.Unreadable unreadable -> unreadable(version, unreadable.reason(), unreadable.detail());
            }
        }
    }

    private void unreadable(ArchivedVersion version, String reason, String detail) {
        report.unreadable(new UnreadableVersion(version.commit().name(), version.path(), reason, detail));
    }

    private void flush(PendingBatch batch) throws InterruptedException {
        if (batch.isEmpty()) {
            return;
        }
        try {
            JsonNode answer = api.post("/api/v1/imports/versions", JSON, bytes(batch.take()));
            report.answered(Json.read(answer.toString(), ImportAnswer.class));
        } catch (IOException e) {
            throw CommandFailedException.no(
                    "The installation did not answer (%s). Start the import again: it goes on from where it got to."
                            .formatted(e.getMessage()));
        }
    }

    private static byte[] bytes(Object value) {
        return Json.write(value).getBytes(StandardCharsets.UTF_8);
    }
}
