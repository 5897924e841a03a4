package dev.clausewatch.crawler.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.clausewatch.events.CaptureCause;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class ArchiveHistoryTest {

    private static final String TERMS = "Orbitra/Terms of Service.md";

    @TempDir
    private Path folder;

    private TestArchive archive;

    @BeforeEach
    void start() throws IOException {
        archive = new TestArchive(folder.resolve("versions.git"));
    }

    @AfterEach
    void stop() {
        archive.close();
    }

    private static List<String> texts(List<ArchivedVersion> versions) {
        return versions.stream()
                .map(version ->
                        version.date().toString().substring(0, 10) + " " + version.cause() + " " + version.path())
                .toList();
    }

    private ArchivedDocument only() throws IOException {
        List<ArchivedDocument> documents = archive.history().documents();
        assertEquals(1, documents.size(), documents.toString());
        return documents.getFirst();
    }

    @Test
    void readsEveryKindOfRecordWithTheDateOfTheFetch() throws IOException {
        String[] subjects = {
            "Start tracking Orbitra Terms of Service",
            "Update Orbitra Terms of Service",
            "Refilter Orbitra Terms of Service",
            "Record new changes of Orbitra Terms of Service",
            "Apply technical or declaration upgrade on Orbitra Terms of Service\n\nX-engine-version: 14.0.0",
            "Correct a character by hand"
        };
        for (int i = 0; i < subjects.length; i++) {
            archive.put(TERMS, "Text " + i);
            archive.commit(subjects[i], "2023-0" + (i + 1) + "-01T00:30:00Z");
        }
        ArchivedDocument document = only();
        assertEquals("orbitra/terms-of-service", document.id());
        assertEquals(
                List.of(
                        CaptureCause.SITE,
                        CaptureCause.SITE,
                        CaptureCause.EXTRACTOR_UPGRADE,
                        CaptureCause.SITE,
                        CaptureCause.EXTRACTOR_UPGRADE,
                        CaptureCause.SITE),
                document.versions().stream().map(ArchivedVersion::cause).toList());
        assertEquals(
                Instant.parse("2023-03-01T00:30:00Z"),
                document.versions().get(2).date());
    }

    @Test
    void keepsTheOrderOfTheCommitsWhereDatesGoBack() throws IOException {
        archive.put(TERMS, "One").commit("First record of Orbitra Terms of Service", "2023-05-01T00:00:00Z");
        archive.put(TERMS, "Two").commit("Record new changes of Orbitra Terms of Service", "2023-02-01T00:00:00Z");
        assertEquals(List.of("2023-05-01 SITE " + TERMS, "2023-02-01 SITE " + TERMS), texts(only().versions()));
    }

    @Test
    void takesSeveralFilesOfACommitApart() throws IOException {
        archive.put(TERMS, "One")
                .put("Orbitra/Privacy Policy.md", "Two")
                .put("Sundial/Imprint.md", "Three")
                .commit("First records", "2023-05-01T00:00:00Z");
        assertEquals(
                Set.of("orbitra/terms-of-service", "orbitra/privacy-policy", "sundial/imprint"),
                Set.copyOf(archive.history().documents().stream()
                        .map(ArchivedDocument::id)
                        .toList()));
    }

    @Test
    void leavesOtherFilesOutAndCountsThem() throws IOException {
        archive.put("README.md", "Read me")
                .put("LICENSE", "ODbL")
                .put(".github/workflows.md", "x")
                .put("Orbitra/deep/Imprint.md", "x")
                .put("Orbitra/logo.png", "x")
                .put(TERMS, "One")
                .commit("Initial commit", "2023-05-01T00:00:00Z");
        ArchiveHistory history = archive.history();
        assertEquals(1, history.versions());
        assertEquals(5, history.otherFiles().size(), history.otherFiles().toString());
    }

    @Test
    void goesOnWithADocumentThatWasRemovedAndCameBack() throws IOException {
        archive.put(TERMS, "One").commit("First record of Orbitra Terms of Service", "2023-01-01T00:00:00Z");
        archive.remove(TERMS).commit("Remove it", "2023-02-01T00:00:00Z");
        archive.put(TERMS, "One").commit("First record of Orbitra Terms of Service", "2023-03-01T00:00:00Z");
        assertEquals(2, only().versions().size());
    }

    @Test
    void givesADocumentThatMovedTheIdOfItsLastPath() throws IOException {
        archive.put("Sunline/Terms of Service.md", "One").commit("First record", "2023-01-01T00:00:00Z");
        archive.move("Sunline/Terms of Service.md", TERMS).commit("Rename Sunline", "2023-02-01T00:00:00Z");
        archive.put(TERMS, "Two").commit("Record new changes", "2023-03-01T00:00:00Z");
        archive.put("Sunline/Terms of Service.md", "Another").commit("First record", "2023-04-01T00:00:00Z");
        List<ArchivedDocument> documents = archive.history().documents();
        assertEquals(
                List.of("orbitra/terms-of-service", "sunline/terms-of-service"),
                documents.stream().map(ArchivedDocument::id).toList());
        assertEquals(
                List.of("2023-01-01 SITE Sunline/Terms of Service.md", "2023-03-01 SITE " + TERMS),
                texts(documents.getFirst().versions()));
    }

    @Test
    void doesNotMixTwoDocumentsWhereOneTakesTheOthersPlace() throws IOException {
        archive.put(TERMS, "One").put("Sunline/Terms of Service.md", "Two").commit("First", "2023-01-01T00:00:00Z");
        archive.remove(TERMS).commit("Remove", "2023-02-01T00:00:00Z");
        archive.move("Sunline/Terms of Service.md", TERMS).commit("Rename", "2023-03-01T00:00:00Z");
        List<ArchivedDocument> documents = archive.history().documents();
        assertEquals(2, documents.size());
        assertEquals(2, documents.getFirst().versions().size());
        assertEquals(1, documents.getLast().versions().size());
    }

    @Test
    void leavesOutASecondFileOfTheSameDocument() throws IOException {
        archive.put(TERMS, "One").commit("First", "2023-01-01T00:00:00Z");
        archive.put("ORBITRA/Terms of service.md", "Two").commit("First", "2023-02-01T00:00:00Z");
        assertEquals(1, only().versions().size());
        assertEquals(Set.of("ORBITRA/Terms of service.md"), archive.history().doubles());
    }

    @Test
    void readsAMergeAsWhatItChangedOnTheLine() throws IOException {
        archive.put(TERMS, "One").commit("First", "2023-01-01T00:00:00Z");
        archive.put("README.md", "x").commit("Read me", "2023-02-01T00:00:00Z");
        archive.put(TERMS, "Two").merge("Merge a correction", "2023-03-01T00:00:00Z");
        assertEquals(2, only().versions().size());
        assertEquals(3, archive.history().commits());
    }

    @Test
    void saysWhichFileIsNoText() throws IOException {
        archive.put(TERMS, new byte[] {(byte) 0xC3, 0x28}).commit("First", "2023-01-01T00:00:00Z");
        archive.put(TERMS, "a".repeat(1024 * 1024 + 1)).commit("Next", "2023-02-01T00:00:00Z");
        archive.put(TERMS, "\uFEFFGut").commit("Next", "2023-03-01T00:00:00Z");
        try (ArchivedBlobs blobs = new ArchivedBlobs(archive.repository())) {
            List<ArchivedVersion> versions = only().versions();
            assertEquals("not-utf8", unreadable(blobs.read(versions.get(0).blob())));
            assertEquals("text-too-large", unreadable(blobs.read(versions.get(1).blob())));
            assertEquals(
                    new ArchivedBlobs.Content.Text("Gut"),
                    blobs.read(versions.get(2).blob()));
        }
    }

    private static String unreadable(ArchivedBlobs.Content content) {
        return assertInstanceOf(ArchivedBlobs.Content.Unreadable.class, content).reason();
    }

    @Test
    void findsEveryVersionOfEveryDocument() throws IOException {
        for (int i = 0; i < 60; i++) {
            archive.put("Orbitra/Policy " + i % 10 + ".md", "Text " + i);
            archive.commit("Record new changes", "2023-01-01T00:00:00Z");
        }
        ArchiveHistory history = archive.history();
        assertEquals(60, history.versions());
        assertEquals(10, history.documents().size());
    }
}
