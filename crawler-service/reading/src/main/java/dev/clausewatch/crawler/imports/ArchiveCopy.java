package dev.clausewatch.crawler.imports;

import dev.clausewatch.events.Ids;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.api.FetchCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ProgressMonitor;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.jspecify.annotations.Nullable;

/**
 * The copy of an archive on the web, kept for the next time, which fetches only what is new. Credentials of the address are used and
 * never written.
 */
final class ArchiveCopy {

    /** The archive's HEAD of the last fetch. */
    static final String HEAD = "refs/heads/archive";

    private static final Pattern CREDENTIALS = Pattern.compile("//[^/@]*+@");
    private static final int PATIENCE_SECONDS = 120;

    private final URIish address;
    private final Path folder;
    private final @Nullable UsernamePasswordCredentialsProvider credentials;

    private ArchiveCopy(URIish given, Path cache) {
        this.address = given.setUser(null).setPass(null);
        this.folder = cache.resolve(Ids.sha256(address.toString()).substring(0, 16));
        this.credentials = given.getUser() == null
                ? null
                : new UsernamePasswordCredentialsProvider(
                        given.getUser(), given.getPass() == null ? "" : given.getPass());
    }

    static ArchiveCopy of(String location, Path cache) throws UnusableArchiveException {
        URIish address;
        try {
            address = new URIish(location);
        } catch (URISyntaxException e) {
            throw unusable(location, "it is no address (" + e.getReason() + ")");
        }
        if (!"https".equals(address.getScheme()) && !"http".equals(address.getScheme())) {
            throw unusable(withoutCredentials(location), "only http and https are read");
        }
        return new ArchiveCopy(address, cache);
    }

    private static UnusableArchiveException unusable(String location, String reason) {
        return new UnusableArchiveException(
                "The archive %s cannot be fetched: %s. Give its https address, or clone it and give the folder."
                        .formatted(location, reason));
    }

    /** Where people find what was cloned from there; what was cloned over SSH has its pages under https, by the habit of all hosts. */
    static Optional<String> onTheWeb(String origin) {
        URIish address;
        try {
            address = new URIish(origin);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
        String host = address.getHost();
        String path = address.getPath();
        if (host == null || path == null) {
            return Optional.empty();
        }
        if ("https".equals(address.getScheme()) || "http".equals(address.getScheme())) {
            return Optional.of(withoutCredentials(origin));
        }
        // Without a scheme it is git@host:path; a name without a dot is an abbreviation of the one who cloned.
        boolean ssh = address.getScheme() == null || "ssh".equals(address.getScheme());
        String inside = path.startsWith("/") ? path.substring(1) : path;
        return ssh && host.contains(".") && !inside.startsWith("~")
                ? Optional.of("https://" + host + "/" + inside)
                : Optional.empty();
    }

    static String withoutCredentials(String location) {
        try {
            return new URIish(location).setUser(null).setPass(null).toString();
        } catch (URISyntaxException e) {
            return CREDENTIALS.matcher(location).replaceFirst("//");
        }
    }

    String address() {
        return address.toString();
    }

    /** Fetches what is new; the caller closes the repository. */
    Repository refresh(ProgressMonitor monitor) throws IOException {
        boolean known = Files.exists(folder.resolve("HEAD"));
        Repository repository =
                new RepositoryBuilder().setBare().setGitDir(folder.toFile()).build();
        if (!known) {
            Files.createDirectories(folder);
            repository.create(true);
        }
        try (Git git = new Git(repository)) {
            FetchCommand fetch = git.fetch()
                    .setRemote(address())
                    .setRefSpecs("+HEAD:" + HEAD)
                    .setTagOpt(TagOpt.NO_TAGS)
                    .setProgressMonitor(monitor)
                    .setTimeout(PATIENCE_SECONDS);
            if (credentials != null) {
                fetch.setCredentialsProvider(credentials);
            }
            fetch.call();
        } catch (GitAPIException e) {
            repository.close();
            throw new UnusableArchiveException(
                    "The archive %s cannot be fetched: %s".formatted(address(), e.getMessage()));
        }
        return repository;
    }
}
