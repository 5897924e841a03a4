package dev.clausewatch.crawler.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ProgressMonitor;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.lib.RepositoryCache;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/**
 * A version repository that is open for reading: a folder, a {@code .tar.gz} of one, or the copy of one on the web.
 */
public final class VersionArchive implements AutoCloseable {

    private static final Pattern ADDRESS =
            Pattern.compile("\\A(?:[a-zA-Z][a-zA-Z0-9+.-]*+://.*|[^/@]++@[^/][^/:]*+:.*)");

    private final String name;
    private final Repository repository;
    private final ObjectId head;

    private VersionArchive(String name, Repository repository, String head) throws IOException {
        this.name = name;
        this.repository = repository;
        ObjectId commit = repository.resolve(head + "^{commit}");
        if (commit == null) {
            repository.close();
            throw new UnusableArchiveException(
                    "The archive %s has no commit: its HEAD names no branch.".formatted(name));
        }
        this.head = commit;
    }

    /**
     * Opens an archive.
     *
     * @param location path or address
     * @param address of the archive, http or https, where the location does not name it
     * @param cache folder for copies of archives on the web and for unpacked ones
     * @param monitor told how a copy from the web goes
     */
    public static VersionArchive open(String location, @Nullable String address, Path cache, ProgressMonitor monitor)
            throws IOException {
        String given = address == null ? null : ArchiveCopy.of(address, cache).address();
        if (ADDRESS.matcher(location).matches()) {
            ArchiveCopy copy = ArchiveCopy.of(location, cache);
            return new VersionArchive(copy.address(), copy.refresh(monitor), ArchiveCopy.HEAD);
        }
        Path path = Path.of(location).toAbsolutePath().normalize();
        if (Files.isRegularFile(path) && isTarball(path)) {
            Path folder = Tarball.unpack(path, cache);
            Optional<Path> repository = repositoryIn(folder);
            if (repository.isEmpty()) {
                Tarball.delete(folder);
            }
            return local(path, repository, given);
        }
        return local(path, repositoryIn(path), given);
    }

    private static VersionArchive local(Path path, Optional<Path> folder, @Nullable String address) throws IOException {
        if (folder.isEmpty()) {
            throw new UnusableArchiveException(
                    "%s is no Git repository and no .tar.gz of one. Give the folder of a clone, bare or not, or an https address."
                            .formatted(path));
        }
        Repository repository = new RepositoryBuilder()
                .setGitDir(folder.get().toFile())
                .setMustExist(true)
                .build();
        StoredConfig config = repository.getConfig();
        String origin = config.getString("remote", Constants.DEFAULT_REMOTE_NAME, "url");
        String name = address == null
                ? Optional.ofNullable(origin)
                        .flatMap(ArchiveCopy::onTheWeb)
                        .orElse(path.getFileName().toString())
                : address;
        return new VersionArchive(name, repository, Constants.HEAD);
    }

    /** The folder itself, its {@code .git}, or either of these in the only folder in it, as a tarball has it. */
    private static Optional<Path> repositoryIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        List<Path> inside;
        try (Stream<Path> listed = Files.list(folder)) {
            inside = listed.limit(2).toList();
        }
        List<Path> around = inside.size() == 1 ? List.of(folder, inside.getFirst()) : List.of(folder);
        return around.stream()
                .flatMap(place -> Stream.of(place, place.resolve(Constants.DOT_GIT)))
                .filter(VersionArchive::isRepository)
                .findFirst();
    }

    private static boolean isRepository(Path folder) {
        return RepositoryCache.FileKey.isGitRepository(folder.toFile(), FS.DETECTED);
    }

    private static boolean isTarball(Path path) {
        String file = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return file.endsWith(".tar.gz") || file.endsWith(".tgz");
    }

    /** Its address without credentials, or the name of its folder. */
    public String name() {
        return name;
    }

    /** The last commit of its history. */
    public ObjectId head() {
        return head;
    }

    /** For reading its objects. */
    public Repository repository() {
        return repository;
    }

    @Override
    public void close() {
        repository.close();
    }
}
