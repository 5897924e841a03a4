package dev.clausewatch.cli.crawler;

import dev.clausewatch.cli.CommandFailedException;
import dev.clausewatch.cli.InstallationApi;
import dev.clausewatch.crawler.bundle.BundleFile;
import dev.clausewatch.crawler.bundle.UnusableFileException;
import dev.clausewatch.crawler.bundle.VerificationResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evidence export}: the evidence of a document or a change as one file, which is checked before it is there. */
@Command(
        name = "export",
        description = "Write the evidence of a document or of a change into one file.",
        mixinStandardHelpOptions = true)
final class EvidenceExportCommand implements Callable<Integer> {

    private static final Pattern CHANGE = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern DOCUMENT = Pattern.compile("\\A[a-z0-9-]++(?:/[a-z0-9-]++){1,2}");

    @Spec
    @Nullable
    private CommandSpec spec;

    @Mixin
    private final InstallationApi api = new InstallationApi();

    @Parameters(
            paramLabel = "DOCUMENT|CHANGE",
            description = "id of a document, such as orbitra/terms-of-service, or of a change")
    private String id = "";

    @Option(names = "--out", paramLabel = "FILE", description = "the file (default: the id and .evidence.zip)")
    @Nullable
    private Path out;

    @Option(names = "--from", paramLabel = "N", description = "of a document: from its snapshot of this number on")
    @Nullable
    private Long from;

    @Option(names = "--to", paramLabel = "N", description = "of a document: up to its snapshot of this number")
    @Nullable
    private Long to;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path target = (out == null ? Path.of(id.replace('/', '_') + ".evidence.zip") : out).toAbsolutePath();
        String path = path();
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw CommandFailedException.unusable("There is no folder " + folder + " for --out. Make it first.");
        }
        Path part = Files.createTempFile(folder, "evidence", ".part");
        try {
            try (InputStream bundle = api.open(path)) {
                Files.copy(bundle, part, StandardCopyOption.REPLACE_EXISTING);
            }
            VerificationResult.Holds holds = requireHolding(part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            Objects.requireNonNull(spec)
                    .commandLine()
                    .getOut()
                    .printf("%s: %d snapshots of %s, checked%n", target, holds.snapshots(), holds.document());
            return 0;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static VerificationResult.Holds requireHolding(Path file) throws IOException {
        try {
            return switch (BundleFile.verify(file, null)) {
                case VerificationResult.Holds holds -> holds;
                case VerificationResult.Broken broken -> throw CommandFailedException.no(broken.of(file));
            };
        } catch (UnusableFileException e) {
            throw CommandFailedException.unusable(String.valueOf(e.getMessage()));
        }
    }

    private String path() {
        boolean range = from != null || to != null;
        if (CHANGE.matcher(id).matches() && !range) {
            return "/api/v1/evidence/changes/" + id;
        }
        if (DOCUMENT.matcher(id).matches()) {
            String first = from == null ? "" : "from=" + from;
            String last = to == null ? "" : "to=" + to;
            String both = first.isEmpty() || last.isEmpty() ? first + last : first + "&" + last;
            return "/api/v1/evidence/documents/" + id + (range ? "?" + both : "");
        }
        throw CommandFailedException.unusable(
                range
                        ? "--from and --to are for documents, and \"%s\" is none. Leave them out for a change."
                                .formatted(id)
                        : "\"%s\" is the id of neither a document (platform/terms-type) nor a change (40 hex digits)."
                                .formatted(id));
    }
}
