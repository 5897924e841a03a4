package dev.clausewatch.crawler.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.servers.SiteServer;
import dev.clausewatch.servers.Status;
import dev.clausewatch.testing.site.EndlessBody;
import dev.clausewatch.testing.site.SlowDrip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitDeclarationsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void readsTheFolderDeclarationsAndFollowsItsCommits() throws IOException, GitAPIException {
        try (Git git = repository()) {
            commit(git, "declarations/Nimbus.json", declaration("https://nimbus.example/1"));
            commit(git, "declarations/Nimbus.history.json", "{}");
            commit(git, "package.json", "{}");
            GitDeclarations declarations = source(folder.toString(), Optional.empty());
            DeclarationSet first = declarations.read();
            assertEquals(List.of(), first.problems());
            assertEquals(List.of("https://nimbus.example/1"), addresses(first));
            assertSame(first, declarations.read());

            commit(git, "declarations/Nimbus.json", declaration("https://nimbus.example/2"));
            DeclarationSet second = declarations.read();
            assertEquals(List.of("https://nimbus.example/2"), addresses(second));
            assertFalse(second.fingerprint().equals(first.fingerprint()));
        }
    }

    @Test
    void readsTheRootOfARepositoryWithoutThatFolderAndABranchOfChoice() throws IOException, GitAPIException {
        try (Git git = repository()) {
            commit(git, "Nimbus.json", declaration("https://nimbus.example/main"));
            git.checkout().setCreateBranch(true).setName("next").call();
            commit(git, "Nimbus.json", declaration("https://nimbus.example/next"));
            git.checkout().setName("main").call();
        }
        String address = folder.toUri().toString();
        assertEquals(
                List.of("https://nimbus.example/main"),
                addresses(source(address, Optional.empty()).read()));
        assertEquals(
                List.of("https://nimbus.example/next"),
                addresses(source(address, Optional.of("next")).read()));
        IOException none = assertThrows(
                IOException.class, () -> source(address, Optional.of("gone")).read());
        assertTrue(String.valueOf(none.getMessage()).contains("has no branch gone"), none.getMessage());
    }

    @Test
    void followsNoLinkOutOfTheRepository() throws IOException, GitAPIException {
        try (Git git = repository()) {
            Files.createSymbolicLink(folder.resolve("Linked.json"), Path.of("/etc/hostname"));
            commit(git, "Nimbus.json", declaration("https://nimbus.example/1"));
            DeclarationSet read = source(folder.toString(), Optional.empty()).read();
            assertEquals(
                    List.of("Nimbus"),
                    read.readings().stream().map(ParsedDeclaration::declaration).toList());
        }
    }

    @Test
    void saysWhyARepositoryCannotBeReadWithoutItsSecret() throws IOException {
        try (SiteServer site = SiteServer.start()) {
            site.on("/private/info/refs", new Status(403));
            String address = site.url("/private").replace("http://", "http://robot:hush@");
            IOException refused = assertThrows(
                    IOException.class, () -> source(address, Optional.empty()).read());
            String message = String.valueOf(refused.getMessage());
            assertTrue(message.startsWith("The repository " + site.url("/private") + " cannot be read: "), message);
            assertFalse(message.contains("hush") || message.contains("robot"), message);
        }
    }

    @Test
    void endsAnAnswerThatNeverEnds() throws IOException {
        try (SiteServer site = SiteServer.start()) {
            site.on("/endless/info/refs", new EndlessBody());
            IOException refused = assertThrows(
                    IOException.class,
                    () -> source(site.url("/endless"), Optional.empty()).read());
            assertTrue(String.valueOf(refused.getMessage()).contains("more than 67108864 bytes"), refused.getMessage());
        }
    }

    @Test
    void endsAnAnswerThatDrips() throws IOException {
        try (SiteServer site = SiteServer.start()) {
            site.on("/endless/info/refs", new SlowDrip(Duration.ofMillis(20)));
            GitDeclarations source = new GitDeclarations(
                    GitAddress.parse(site.url("/endless")), Optional.empty(), Duration.ofSeconds(1), parser());
            IOException refused = assertThrows(IOException.class, source::read);
            assertTrue(String.valueOf(refused.getMessage()).contains("did not come whole"), refused.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git@host.example:team/declarations.git",
                "ssh://host.example/x",
                "git://host.example/x",
                "ext::sh -c true"
            })
    void refusesOtherWaysToARepository(String address) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> GitAddress.parse(address));
        assertTrue(String.valueOf(refused.getMessage()).contains("http"), refused.getMessage());
    }

    private static GitDeclarations source(String address, Optional<String> branch) {
        return new GitDeclarations(GitAddress.parse(address), branch, SOON, parser());
    }

    private static DeclarationParser parser() {
        return new DeclarationParser(Duration.ofHours(12));
    }

    private Git repository() throws GitAPIException {
        return Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call();
    }

    private void commit(Git git, String file, String content) throws IOException, GitAPIException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
        git.add().addFilepattern(".").call();
        git.commit()
                .setMessage("Change " + file)
                .setAuthor("A", "a@example.com")
                .setCommitter("A", "a@example.com")
                .setSign(false)
                .call();
    }

    private static String declaration(String address) {
        return "{\"name\": \"Nimbus\", \"terms\": {\"Imprint\": {\"fetch\": \"%s\"}}}".formatted(address);
    }

    private static List<String> addresses(DeclarationSet read) {
        return read.readings().stream()
                .flatMap(reading -> reading.documents().stream())
                .map(document -> document.sources().getFirst().fetch())
                .toList();
    }
}
