package dev.clausewatch.cli.crawler;

import dev.clausewatch.cli.CommandFailedException;
import dev.clausewatch.cli.InstallationApi;
import dev.clausewatch.crawler.imports.ArchiveHistory;
import dev.clausewatch.crawler.imports.UnusableArchiveException;
import dev.clausewatch.crawler.imports.VersionArchive;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.eclipse.jgit.lib.TextProgressMonitor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code import archive}: reads an Open Terms Archive version repository here and sends its versions to a running installation, from
 * where it got to before.
 */
@Command(
        name = "archive",
        description = "Import an Open Terms Archive version repository.",
        mixinStandardHelpOptions = true)
final class ImportArchiveCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "PATH|URL",
            description = "folder of a Git repository, .tar.gz of one, or https address of one")
    private String location = "";

    @Option(
            names = "--address",
            paramLabel = "URL",
            description =
                    "http(s) address of the archive, where PATH is a copy that does not name it: kept as the origin of the texts")
    @Nullable
    private String address;

    @Mixin
    private InstallationApi api = new InstallationApi();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec().commandLine().getOut();
        PrintWriter err = spec().commandLine().getErr();
        try (VersionArchive archive = VersionArchive.open(location, address, cache(), new TextProgressMonitor(err))) {
            ArchiveHistory history = ArchiveHistory.read(archive.repository(), archive.head());
            out.printf(
                    "%s: %d commits, %d documents, %d versions; %d other files are left out.%n",
                    archive.name(),
                    history.commits(),
                    history.documents().size(),
                    history.versions(),
                    history.otherFiles().size());
            history.doubles()
                    .forEach(path -> out.printf(
                            "Left out: %s has the name of another document that is there at the same time.%n", path));
            ImportReport report = new ImportReport(archive.name(), out, err);
            new ArchiveUpload(api, archive, report).send(history.documents());
            return report.conclude() ? 0 : 1;
        } catch (UnusableArchiveException e) {
            throw CommandFailedException.unusable(String.valueOf(e.getMessage()));
        }
    }

    /** Beside the other data of an installation. */
    private static Path cache() {
        @Nullable String home = System.getProperty("clausewatch.home");
        return Path.of(home == null ? "." : home, ".clausewatch", "archives");
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets this");
        }
        return spec;
    }
}
