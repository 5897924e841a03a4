package dev.clausewatch.cli.classifier;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clausewatch.cli.CommandFailedException;
import dev.clausewatch.cli.InstallationApi;
import dev.clausewatch.cli.JsonOption;
import dev.clausewatch.cli.Summary;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code reclassify}: asks a running installation to classify its old changes by the rules in use, batch by batch, and reports what
 * changed. Broken off, it goes on from where it got to; nobody is alerted.
 */
@Command(
        name = "reclassify",
        description = "Classify all changes anew that were classified by other rules than those in use.",
        footer =
                "With --json: {reclassified, different, types, materiality, severity, tooLarge, differences[{document, change,"
                        + " before{types[], materiality, severity?}, after{types[], materiality, severity?}}],"
                        + " tooLargeChanges[]}; with --dry-run it begins with wouldBe.",
        mixinStandardHelpOptions = true)
public final class ReclassifyCommand implements Callable<Integer> {

    private static final String PATH = "/api/v1/admin/reclassification";

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final InstallationApi api = new InstallationApi();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(names = "--dry-run", description = "only report what would change")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = json.people();
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        JsonNode state = api.get(PATH);
        long pending = state.path("pending").asLong();
        err.printf(
                "Rules in use: %s %s. %d of %d changes were classified by others.%n",
                state.path("ruleset").path("name").asText(),
                state.path("ruleset").path("version").asText(),
                pending,
                state.path("answers").asLong());
        err.printf(
                "%d of %d wordings of provisions wait for these rules; they are assessed in the background.%n",
                state.path("pendingWordings").asLong(), state.path("wordings").asLong());
        err.flush();
        ReclassifyReport report = new ReclassifyReport(json.isGiven() ? line -> {} : out::println);
        long done = 0;
        @Nullable String after = null;
        do {
            JsonNode batch = post(after);
            done += batch.path("items").size();
            err.printf("%d of %d%n", done, pending);
            err.flush();
            batch.path("tooLarge").forEach(report::tooLarge);
            if (dryRun) {
                batch.path("items").forEach(report::add);
            }
            after = next(batch);
        } while (after != null);
        if (!dryRun) {
            reportStored(report);
        }
        Summary summary = report.conclude(dryRun);
        if (json.isGiven()) {
            json.print(summary);
        } else {
            out.println(summary.line());
            out.flush();
        }
        return 0;
    }

    /** From what is stored, so that the report of a run that was broken off before is whole too. */
    private void reportStored(ReclassifyReport report) throws IOException, InterruptedException {
        @Nullable String after = null;
        do {
            JsonNode batch = api.get(PATH + "/changes" + (after == null ? "" : "?after=" + after));
            batch.path("items").forEach(report::add);
            after = next(batch);
        } while (after != null);
    }

    private JsonNode post(@Nullable String after) throws InterruptedException {
        String path = PATH + "/batches?dryRun=" + dryRun + (after == null ? "" : "&after=" + after);
        try {
            return api.post(path, "application/json", new byte[0]);
        } catch (IOException e) {
            throw CommandFailedException.no(
                    "The installation did not answer (%s). Start the command again: it goes on from where it got to."
                            .formatted(e.getMessage()));
        }
    }

    private static @Nullable String next(JsonNode batch) {
        return batch.hasNonNull("next") ? batch.path("next").asText() : null;
    }
}
