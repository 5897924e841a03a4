package dev.clausewatch.crawler.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import com.sun.net.httpserver.SimpleFileServer.OutputLevel;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("NullAway.Init")
class VersionArchiveTest {

    @TempDir
    private Path folder;

    private Path path;
    private TestArchive archive;

    @BeforeEach
    void start() throws IOException {
        path = folder.resolve("orbitra-versions.git");
        archive = new TestArchive(path);
        archive.put("Orbitra/Terms of Service.md", "One").commit("First record", "2023-01-01T00:00:00Z");
    }

    @AfterEach
    void stop() {
        archive.close();
    }

    private VersionArchive open(String location) throws IOException {
        return VersionArchive.open(location, null, folder.resolve("cache"), NullProgressMonitor.INSTANCE);
    }

    private int versions(String location, String name) throws IOException {
        try (VersionArchive opened = open(location)) {
            assertEquals(name, opened.name());
            return ArchiveHistory.read(opened.repository(), opened.head()).versions();
        }
    }

    @Test
    void opensAFolderOrTheFolderAroundARepository() throws IOException {
        assertEquals(1, versions(path.toString(), "orbitra-versions.git"));
        Path clone = Files.createDirectories(folder.resolve("clone"));
        Files.move(path, clone.resolve(".git"));
        assertEquals(1, versions(clone.toString(), "clone"));
    }

    @Test
    void opensATarball() throws IOException {
        Path tarball = folder.resolve("orbitra-versions.git.tar.gz");
        pack(tarball);
        assertEquals(1, versions(tarball.toString(), "orbitra-versions.git.tar.gz"));
        assertEquals(1, versions(tarball.toString(), "orbitra-versions.git.tar.gz"));
    }

    @Test
    void opensATarballOfAnOrdinaryClone() throws IOException {
        Path clone = Files.createDirectories(folder.resolve("clone"));
        Files.writeString(clone.resolve("README.md"), "An archive");
        Files.move(path, clone.resolve(".git"));
        Path tarball = folder.resolve("clone.tar.gz");
        pack(clone, tarball);
        assertEquals(1, versions(tarball.toString(), "clone.tar.gz"));
    }

    @Test
    void namesTheTarballThatHoldsNoRepositoryAndKeepsNothingOfIt() throws IOException {
        Path notes = Files.createDirectories(folder.resolve("notes"));
        Files.writeString(notes.resolve("README.md"), "Not an archive");
        Path tarball = folder.resolve("notes.tar.gz");
        pack(notes, tarball);
        String message = message(tarball.toString());
        assertTrue(message.startsWith(tarball + " is no Git repository"), message);
        try (Stream<Path> left = Files.list(folder.resolve("cache"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    private void pack(Path tarball) throws IOException {
        pack(path, tarball);
    }

    private void pack(Path inside, Path tarball) throws IOException {
        try (TarArchiveOutputStream tar =
                        new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(tarball)));
                Stream<Path> files = Files.walk(inside)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                tar.putArchiveEntry(
                        new TarArchiveEntry(file, folder.relativize(file).toString()));
                if (Files.isRegularFile(file)) {
                    Files.copy(file, tar);
                }
                tar.closeArchiveEntry();
            }
        }
    }

    @Test
    void refusesATarballThatLeadsOutOfItsFolder() throws IOException {
        Path tarball = folder.resolve("evil.tar.gz");
        try (OutputStream out = Files.newOutputStream(tarball);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
            TarArchiveEntry entry = new TarArchiveEntry("../../escaped", true);
            entry.setSize(1);
            tar.putArchiveEntry(entry);
            tar.write('x');
            tar.closeArchiveEntry();
        }
        assertThrows(UnusableArchiveException.class, () -> open(tarball.toString()));
        assertFalse(Files.exists(folder.resolve("escaped")));
    }

    @Test
    void unpacksNoMoreThanAnArchiveCanBe() throws IOException {
        Path tarball = folder.resolve("bomb.tar.gz");
        try (OutputStream out = Files.newOutputStream(tarball);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
            TarArchiveEntry entry = new TarArchiveEntry("objects/zeros", true);
            entry.setSize(100 << 20);
            tar.putArchiveEntry(entry);
            for (int i = 0; i < 100; i++) {
                tar.write(new byte[1 << 20]);
            }
            tar.closeArchiveEntry();
        }
        refusesToUnpack(tarball, Tarball.USUAL, "more than 67108864 bytes would come of it");
    }

    @Test
    void unpacksNoMoreEntriesThanAnArchiveHas() throws IOException {
        Path tarball = folder.resolve("orbitra-versions.git.tar.gz");
        pack(tarball);
        refusesToUnpack(tarball, new Tarball.Bounds(1 << 20, 100, 5), "it has more than 5 entries");
        refusesToUnpack(tarball, new Tarball.Bounds(1 << 10, 100, 500), "more than 1024 bytes");
    }

    /** Nothing of it stays behind. */
    private void refusesToUnpack(Path tarball, Tarball.Bounds bounds, String reason) throws IOException {
        Path cache = folder.resolve("cache");
        UnusableArchiveException refused =
                assertThrows(UnusableArchiveException.class, () -> Tarball.unpack(tarball, cache, bounds));
        assertTrue(String.valueOf(refused.getMessage()).contains(reason), refused.getMessage());
        try (Stream<Path> left = Files.list(cache)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void fetchesFromTheWebAndLaterOnlyWhatIsNew() throws IOException {
        HttpServer web = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), folder, OutputLevel.NONE);
        web.start();
        try {
            String address = "http://127.0.0.1:" + web.getAddress().getPort() + "/orbitra-versions.git";
            archive.publish();
            assertEquals(1, versions(address, address));
            archive.put("Orbitra/Terms of Service.md", "Two").commit("Record new changes", "2023-02-01T00:00:00Z");
            archive.publish();
            assertEquals(2, versions(address.replace("http://", "http://robot:secret@"), address));
        } finally {
            web.stop(0);
        }
        try (Stream<Path> kept = Files.walk(folder.resolve("cache"))) {
            List<Path> configs = kept.filter(file -> file.endsWith("config")).toList();
            assertEquals(1, configs.size());
            assertFalse(Files.readString(configs.getFirst()).contains("secret"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://robot:secret@archive.example/orbitra-versions.git, https://archive.example/orbitra-versions.git",
        "http://robot:secret@archive.example/orbitra-versions.git, http://archive.example/orbitra-versions.git",
        "git@archive.example:orbitra/versions.git, https://archive.example/orbitra/versions.git",
        "ssh://git@archive.example:2222/orbitra/versions.git, https://archive.example/orbitra/versions.git",
        "git@work:orbitra/versions.git, orbitra-versions.git",
        "git@archive.example:~robot/versions.git, orbitra-versions.git",
        "/srv/orbitra/versions.git, orbitra-versions.git",
        "file:///srv/orbitra/versions.git, orbitra-versions.git",
    })
    void namesAnArchiveAfterWhereItWasClonedFrom(String origin, String name) throws IOException {
        Files.writeString(path.resolve("config"), "[remote \"origin\"]\n\turl = " + origin + "\n");
        assertEquals(1, versions(path.toString(), name));
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        assertTrue(message(folder.resolve("nowhere").toString()).contains("is no Git repository"));
        assertTrue(message("ssh://git@archive.example/versions.git").contains("only http and https are read"));
        Path empty = folder.resolve("empty.git");
        new TestArchive(empty).close();
        assertTrue(message(empty.toString()).contains("has no commit"));
    }

    private String message(String location) {
        return String.valueOf(assertThrows(UnusableArchiveException.class, () -> open(location))
                .getMessage());
    }
}
