package dev.clausewatch.crawler.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffEntry.ChangeType;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * The documents of a version repository with their versions, read from the first-parent line of a commit. Holds no texts: some 200
 * bytes a version.
 *
 * @param documents in the order of their first versions
 * @param commits how many there are on the line
 * @param otherFiles paths that are no document's, such as {@code README.md}
 * @param doubles paths that make the same document as another file that is there at the same time; their texts are left out
 */
public record ArchiveHistory(
        List<ArchivedDocument> documents, int commits, Set<String> otherFiles, Set<String> doubles) {

    /** Only a file that is there again as it was counts as moved: two documents that are merely alike stay two. */
    private static final int SAME_TEXT = 100;

    public ArchiveHistory {
        documents = List.copyOf(documents);
        otherFiles = Collections.unmodifiableSet(new TreeSet<>(otherFiles));
        doubles = Collections.unmodifiableSet(new TreeSet<>(doubles));
    }

    /** How many versions there are. */
    public int versions() {
        return documents.stream()
                .mapToInt(document -> document.versions().size())
                .sum();
    }

    /** Reads the line that ends with the given commit. */
    public static ArchiveHistory read(Repository repository, ObjectId head) throws IOException {
        List<ObjectId> line = firstParents(repository, head);
        DocumentTracks tracks = new DocumentTracks();
        try (RevWalk walk = new RevWalk(repository)) {
            for (ObjectId id : line) {
                RevCommit commit = walk.parseCommit(id);
                for (DiffEntry change : changes(repository, walk, commit)) {
                    apply(tracks, commit, change);
                }
                commit.disposeBody();
            }
        }
        return new ArchiveHistory(tracks.documents(), line.size(), tracks.otherFiles(), tracks.doubles());
    }

    /** Oldest first. */
    private static List<ObjectId> firstParents(Repository repository, ObjectId head) throws IOException {
        List<ObjectId> line = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setRetainBody(false);
            RevCommit commit = walk.parseCommit(head);
            while (true) {
                line.add(commit.copy());
                if (commit.getParentCount() == 0) {
                    break;
                }
                commit = walk.parseCommit(commit.getParent(0));
            }
        }
        Collections.reverse(line);
        return line;
    }

    private static List<DiffEntry> changes(Repository repository, RevWalk walk, RevCommit commit) throws IOException {
        List<DiffEntry> entries;
        try (TreeWalk trees = new TreeWalk(repository, walk.getObjectReader())) {
            trees.setRecursive(true);
            trees.setFilter(TreeFilter.ANY_DIFF);
            if (commit.getParentCount() == 0) {
                trees.addTree(new EmptyTreeIterator());
            } else {
                trees.addTree(walk.parseCommit(commit.getParent(0)).getTree());
            }
            trees.addTree(commit.getTree());
            entries = DiffEntry.scan(trees);
        }
        if (has(entries, ChangeType.ADD) && has(entries, ChangeType.DELETE)) {
            RenameDetector renames = new RenameDetector(repository);
            renames.setRenameScore(SAME_TEXT);
            renames.addAll(entries);
            return renames.compute();
        }
        return entries;
    }

    private static boolean has(List<DiffEntry> entries, ChangeType type) {
        return entries.stream().anyMatch(entry -> entry.getChangeType() == type);
    }

    private static void apply(DocumentTracks tracks, RevCommit commit, DiffEntry change) {
        boolean text = (change.getNewMode().getBits() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
        switch (change.getChangeType()) {
            case ADD, MODIFY, COPY -> {
                if (text) {
                    tracks.record(change.getNewPath(), commit, change.getNewId().toObjectId());
                }
            }
            case DELETE -> tracks.remove(change.getOldPath());
            case RENAME ->
                tracks.move(
                        change.getOldPath(),
                        change.getNewPath(),
                        commit,
                        change.getNewId().toObjectId());
        }
    }
}
