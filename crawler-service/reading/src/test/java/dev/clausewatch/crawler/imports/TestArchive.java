package dev.clausewatch.crawler.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.jspecify.annotations.Nullable;

/** A bare version repository that a test fills, with invented texts. */
public final class TestArchive implements AutoCloseable {

    private final Repository repository;
    private final Map<String, ObjectId> files = new TreeMap<>();
    private final List<ObjectId> commits = new ArrayList<>();

    /** Makes an empty one. */
    public TestArchive(Path folder) throws IOException {
        repository =
                new RepositoryBuilder().setBare().setGitDir(folder.toFile()).build();
        repository.create(true);
    }

    /** Puts a file into the next commit. */
    public TestArchive put(String path, String text) {
        return put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    TestArchive put(String path, byte[] bytes) {
        try (ObjectInserter objects = repository.newObjectInserter()) {
            files.put(path, objects.insert(Constants.OBJ_BLOB, bytes));
            objects.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    TestArchive remove(String path) {
        files.remove(path);
        return this;
    }

    TestArchive move(String from, String to) {
        ObjectId blob = files.remove(from);
        if (blob == null) {
            throw new IllegalArgumentException("There is no file " + from);
        }
        files.put(to, blob);
        return this;
    }

    /** Commits; the committer's date is always another than the author's. */
    public String commit(String message, String date) {
        return commit(message, date, null);
    }

    /** A merge of what a side branch did, which is not on the line of first parents. */
    String merge(String message, String date) {
        return commit(message, date, commits.getFirst());
    }

    private String commit(String message, String date, @Nullable ObjectId other) {
        try (ObjectInserter objects = repository.newObjectInserter()) {
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(tree(objects));
            if (!commits.isEmpty()) {
                commit.addParentId(commits.getLast());
            }
            if (other != null) {
                commit.addParentId(other);
            }
            commit.setAuthor(new PersonIdent("Bot", "bot@archive.example", Instant.parse(date), ZoneOffset.UTC));
            commit.setCommitter(new PersonIdent(
                    "Bot", "bot@archive.example", Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));
            commit.setMessage(message);
            ObjectId id = objects.insert(commit);
            objects.flush();
            RefUpdate head = repository.updateRef(Constants.HEAD);
            head.setNewObjectId(id);
            head.forceUpdate();
            commits.add(id);
            return id.name();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectId tree(ObjectInserter objects) throws IOException {
        DirCache index = DirCache.newInCore();
        DirCacheBuilder builder = index.builder();
        files.forEach((path, blob) -> {
            DirCacheEntry entry = new DirCacheEntry(path);
            entry.setFileMode(FileMode.REGULAR_FILE);
            entry.setObjectId(blob);
            builder.add(entry);
        });
        builder.finish();
        return index.writeTree(objects);
    }

    /** What a plain file server has to know to serve it. */
    void publish() throws IOException {
        Path info = Files.createDirectories(repository.getDirectory().toPath().resolve("info"));
        Ref head = repository.exactRef(Constants.HEAD);
        if (head == null) {
            throw new IllegalStateException("There is no commit yet");
        }
        Files.writeString(
                info.resolve("refs"),
                commits.getLast().name() + "\t" + head.getTarget().getName() + "\n");
    }

    ArchiveHistory history() throws IOException {
        return ArchiveHistory.read(repository, commits.getLast());
    }

    Repository repository() {
        return repository;
    }

    @Override
    public void close() {
        repository.close();
    }
}
