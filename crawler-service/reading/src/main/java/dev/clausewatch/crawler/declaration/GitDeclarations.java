package dev.clausewatch.crawler.declaration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.TransportCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/**
 * The declarations of a Git repository: those of its folder {@code declarations} if it has one, else of its root. Asks for the
 * newest commit and reads again only when that is another one. The commit is fetched alone, without a working tree, into a folder
 * that lasts for one reading: nothing of the repository is ever run or linked to. Not for several threads.
 */
public final class GitDeclarations implements DeclarationSource {

    private static final String FOLDER = "declarations";
    private static final String FETCHED = "refs/heads/fetched";

    private final GitAddress address;
    private final Optional<String> branch;
    private final Duration deadline;
    private final DeclarationParser parser;
    private @Nullable Read last;

    private record Read(ObjectId commit, DeclarationSet declarations) {}

    /**
     * Touches nothing yet.
     *
     * @param branch the repository's own choice when empty
     * @param deadline for one reading as a whole
     */
    public GitDeclarations(GitAddress address, Optional<String> branch, Duration deadline, DeclarationParser parser) {
        this.address = address;
        this.branch = branch;
        this.deadline = deadline;
        this.parser = parser;
    }

    @Override
    public DeclarationSet read() throws IOException {
        GitBounds bounds = new GitBounds(deadline);
        try {
            ObjectId newest = newest(bounds);
            Read known = last;
            if (known == null || !known.commit.equals(newest)) {
                known = fetch(bounds);
                last = known;
            }
            return known.declarations;
        } catch (GitAPIException | IOException e) {
            throw new IOException("%s cannot be read: %s".formatted(address, address.redact(reason(e))), e);
        }
    }

    /** The innermost one says most. */
    private static String reason(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause().getMessage() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private ObjectId newest(GitBounds bounds) throws GitAPIException, IOException {
        Map<String, Ref> refs = bounded(Git.lsRemoteRepository().setRemote(address.remote()), bounds)
                .callAsMap();
        Ref ref = refs.get(wanted());
        if (ref == null || ref.getObjectId() == null) {
            throw new IOException(
                    "it has no " + branch.map(name -> "branch " + name).orElse("commit yet"));
        }
        return ref.getObjectId();
    }

    private String wanted() {
        return branch.map(name -> "refs/heads/" + name).orElse("HEAD");
    }

    private Read fetch(GitBounds bounds) throws GitAPIException, IOException {
        Path folder = Files.createTempDirectory("clausewatch-declarations");
        try (Git git = Git.init().setBare(true).setDirectory(folder.toFile()).call()) {
            // Otherwise tidying up goes on in the background, when the folder is gone already.
            git.getRepository().getConfig().setBoolean("gc", null, "autoDetach", false);
            var unused = bounded(git.fetch().setRemote(address.remote()), bounds)
                    .setRefSpecs("+" + wanted() + ":" + FETCHED)
                    .setDepth(1)
                    .setTagOpt(TagOpt.NO_TAGS)
                    .setProgressMonitor(bounds)
                    .call();
            ObjectId commit = Objects.requireNonNull(git.getRepository().resolve(FETCHED));
            try (ObjectReader objects = git.getRepository().newObjectReader();
                    RevWalk walk = new RevWalk(objects)) {
                RevTree tree = walk.parseTree(commit);
                return new Read(commit, DeclarationSet.read(files(objects, tree), parser));
            }
        } finally {
            delete(folder);
        }
    }

    private static <C extends TransportCommand<C, ?>> C bounded(C command, GitBounds bounds) {
        return command.setTimeout(bounds.silenceSeconds()).setTransportConfigCallback(bounds);
    }

    private static Map<String, DeclarationSet.Content> files(ObjectReader objects, RevTree root) throws IOException {
        Map<String, DeclarationSet.Content> files = new TreeMap<>();
        ObjectId tree = root;
        try (TreeWalk folder = TreeWalk.forPath(objects, FOLDER, root)) {
            if (folder != null && folder.isSubtree()) {
                tree = folder.getObjectId(0);
            }
        }
        try (TreeWalk walk = new TreeWalk(objects)) {
            walk.addTree(tree);
            while (walk.next()) {
                boolean regular = (walk.getRawMode(0) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
                if (regular && DeclarationSet.isDeclaration(walk.getNameString())) {
                    ObjectId blob = walk.getObjectId(0);
                    files.put(walk.getNameString(), () -> content(objects, blob));
                }
            }
        }
        return files;
    }

    /** One byte more than is read, so that the parser can say so. */
    private static byte[] content(ObjectReader objects, ObjectId blob) throws IOException {
        try (InputStream in = objects.open(blob).openStream()) {
            return in.readNBytes(DeclarationFile.MOST_BYTES + 1);
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
