package dev.clausewatch.crawler.imports;

import dev.clausewatch.events.CaptureCause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * Follows each document of an archive from commit to commit. One that is moved keeps its versions and takes the id of its new path,
 * which is the one that a declaration of today has; one that is removed and comes back goes on.
 */
final class DocumentTracks {

    private final Map<String, Track> byId = new LinkedHashMap<>();
    private final Set<String> otherFiles = new TreeSet<>();
    private final Set<String> doubles = new TreeSet<>();

    private static final class Track {
        private ArchivePath file;
        private boolean there = true;
        private final List<ArchivedVersion> versions = new ArrayList<>();

        Track(ArchivePath file) {
            this.file = file;
        }
    }

    void record(String path, RevCommit commit, ObjectId blob) {
        Optional<ArchivePath> file = ArchivePath.of(path);
        if (file.isEmpty()) {
            otherFiles.add(path);
            return;
        }
        Track track = byId.computeIfAbsent(file.get().documentId(), id -> new Track(file.get()));
        if (track.there && !track.file.path().equals(path)) {
            doubles.add(path);
            return;
        }
        if (!track.file.path().equals(path)) {
            track.file = file.get();
        }
        track.there = true;
        track.versions.add(version(commit, track.file.path(), blob));
    }

    void remove(String path) {
        at(path).ifPresent(track -> track.there = false);
    }

    void move(String from, String to, RevCommit commit, ObjectId blob) {
        Optional<Track> moved = at(from);
        Optional<ArchivePath> target = ArchivePath.of(to);
        boolean free =
                target.isPresent() && (!byId.containsKey(target.get().documentId()) || sameId(from, target.get()));
        if (moved.isEmpty() || !free) {
            remove(from);
            record(to, commit, blob);
            return;
        }
        Track track = moved.get();
        byId.remove(track.file.documentId());
        track.file = target.orElseThrow();
        byId.put(track.file.documentId(), track);
    }

    private static boolean sameId(String from, ArchivePath target) {
        return ArchivePath.of(from)
                .filter(file -> file.documentId().equals(target.documentId()))
                .isPresent();
    }

    private Optional<Track> at(String path) {
        return ArchivePath.of(path)
                .map(file -> byId.get(file.documentId()))
                .filter(track -> track.there && track.file.path().equals(path));
    }

    /**
     * The author's date: the engine sets both dates of a commit to the time of the fetch, and a history that is written anew (which
     * archives do to correct one) keeps the author's only.
     */
    private static ArchivedVersion version(RevCommit commit, String path, ObjectId blob) {
        Instant date = commit.getAuthorIdent().getWhenAsInstant();
        CaptureCause cause = RecordKind.cause(commit.getShortMessage());
        return new ArchivedVersion(commit.copy(), path, blob, date, cause);
    }

    List<ArchivedDocument> documents() {
        return byId.values().stream()
                .map(track -> new ArchivedDocument(track.file.service(), track.file.termsType(), track.versions))
                .toList();
    }

    Set<String> otherFiles() {
        return otherFiles;
    }

    Set<String> doubles() {
        return doubles;
    }
}
