package dev.clausewatch.cli.crawler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.clausewatch.cli.Clausewatch;
import dev.clausewatch.cli.Commands;
import dev.clausewatch.servers.Page;
import dev.clausewatch.servers.SiteServer;
import dev.clausewatch.testing.site.Bytes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DeclarationsCheckCommandTest {

    private static final String DELAY = "clausewatch.politeness.delay";
    private static final String BROWSER = "CLAUSEWATCH_RENDER_BROWSER";
    private static final String TERMS = """
            <html><body><nav>Menu</nav><main><h1>Terms of use</h1><p class="share">Share this page</p>
            <p>You may use Nimbus Chat when you are old enough.</p><h2 id="end">More</h2><p>And so on.</p></main></body></html>""";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** How a command ended and what it said, errors at the end. */
    private record Ended(int code, String said) {}

    @BeforeAll
    static void hurry() {
        System.setProperty(DELAY, "0s");
    }

    @AfterAll
    static void hurryNoMore() {
        System.clearProperty(DELAY);
    }

    @Test
    void listsWhatItUnderstood() throws IOException {
        write("Nimbus Chat.json", """
                {"name": "Nimbus Chat", "language": "en", "jurisdictions": ["EU"], "terms": {"Privacy Policy": {
                   "fetch": "https://nimbus.example/privacy", "select": ["main", {"startBefore": "#a", "endAfter": "#b"}],
                   "filter": ["tidy"], "cadence": "PT6H"}}}""");
        write("Nimbus Chat.history.json", """
                {"Privacy Policy": [{"fetch": "https://nimbus.example/old", "validUntil": "2024-05-31T12:00:00Z"}]}""");
        Ended ended = check(folder.toString());
        assertEquals(0, ended.code, ended.said);
        assertSays(
                ended,
                "nimbus-chat/privacy-policy (every PT6H, language en, jurisdictions EU)",
                "select main, [from before #a to after #b]",
                "filter functions are not run; the page is read without tidy",
                "history: 1 earlier declarations, in force up to 2024-05-31T12:00:00Z",
                "declarations: files=1 documents=1 warnings=1 problems=0");
    }

    @Test
    void endsWithOneForAProblemAlsoInAHistory() throws IOException {
        write("A.json", "{\"name\": \"A\", \"terms\": {}}");
        write(
                "A.history.json",
                "{\"Imprint\": [{\"fetch\": \"https://a.example\", \"ValidUntil\": \"2024-05-31T12:00:00Z\"}]}");
        Ended ended = check(folder.toString());
        assertEquals(1, ended.code, ended.said);
        assertSays(
                ended,
                "PROBLEM A.history.json $[\"Imprint\"][0].validUntil: it is missing; ValidUntil is another word;",
                "Write until when it was in force",
                "problems=1");
    }

    @Test
    void answersProgramsWithOneObjectAndTheSameExitCodes() throws IOException {
        write("A.json", "{\"name\": \"A\", \"terms\": {\"Imprint\": {\"fetch\": \"https://a.example\"}}}");
        Ended valid = check(folder.toString(), "--json");
        assertEquals(0, valid.code, valid.said);
        assertEquals(
                "a/imprint",
                new JsonMapper().readTree(valid.said).at("/documents/0/id").asText());

        write("B.json", "{}");
        Ended wrong = check(folder.toString(), "--json");
        assertEquals(1, wrong.code, wrong.said);
        assertEquals(
                "B.json",
                new JsonMapper().readTree(wrong.said).at("/problems/0/file").asText());
        assertEnds(2, "--json and --fetch", folder.toString(), "--json", "--fetch");
        assertEnds(0, "a/imprint", folder.toString(), "--json", "--document", "a/imprint");
        assertEnds(2, "has a document b/imprint", folder.toString(), "--json", "--document", "b/imprint");
    }

    @Test
    void endsWithTwoWhenThereIsNothingToCheck() throws IOException {
        assertEnds(2, "There is no folder or file", folder.resolve("none").toString());
        assertEnds(2, "There are no declarations in", folder.toString());
        write("notes.txt", "");
        assertEnds(2, "does not end with .json", folder.resolve("notes.txt").toString());
        write("A.json", "{\"name\": \"A\", \"terms\": {}}");
        assertEnds(0, "files=1 documents=0", folder.toString());
        assertEnds(2, "has a document a/imprint", folder.toString(), "--document", "a/imprint");
        assertEnds(2, "add --fetch", folder.toString(), "--text");
    }

    @Test
    void takesAFileAndARepositoryWithOrWithoutAWorkingTree() throws IOException, GitAPIException {
        write("declarations/A.json", "{\"name\": \"A\", \"terms\": {\"Imprint\": {\"fetch\": \"https://a.example\"}}}");
        write("package.json", "{}");
        assertEnds(0, "a/imprint", folder.resolve("declarations/A.json").toString());
        assertEnds(0, "files=1 documents=1", folder.toString());
        Path bare = folder.resolve("bare.git");
        try (Git git = Git.init()
                .setDirectory(folder.toFile())
                .setInitialBranch("main")
                .call()) {
            git.add().addFilepattern("declarations").call();
            git.commit()
                    .setMessage("Declare")
                    .setAuthor("A", "a@example.com")
                    .setCommitter("A", "a@example.com")
                    .setSign(false)
                    .call();
        }
        Git.cloneRepository()
                .setURI(folder.toUri().toString())
                .setBare(true)
                .setDirectory(bare.toFile())
                .call()
                .close();
        assertEnds(0, "files=1 documents=1", bare.toString());
        assertEnds(0, "files=1 documents=1", bare.toUri().toString());
    }

    @Test
    void fetchesAndShowsTheTextAndWhatEachSelectorMatches() throws IOException {
        try (SiteServer site = SiteServer.start()) {
            site.on("/terms", new Page(TERMS));
            write("Nimbus.json", """
                    {"name": "Nimbus", "terms": {"Terms of Service": {"fetch": "%s",
                       "select": [{"startBefore": "h1", "endBefore": "#end"}, "article"],
                       "remove": [".share", ".gone", {"startBefore": "#none", "endBefore": "h2"}]}}}""".formatted(site.url("/terms")));
            Ended refused = check(folder.toString(), "--fetch");
            assertEquals(1, refused.code, refused.said);
            assertSays(refused, "FAILED forbidden-address");

            Ended missing = check(folder.toString(), "--fetch", "--allow-private-addresses");
            assertEquals(1, missing.code, missing.said);
            assertSays(
                    missing,
                    "[1/1] nimbus/terms-of-service",
                    "remove .share: 1 element, 3 words",
                    "remove .gone: NOTHING MATCHES",
                    "remove [from before #none to before h2]: NOTHING MATCHES: nothing matches its start \"#none\".",
                    "select [from before h1 to before #end]: found, 13 words",
                    "select article: NOTHING MATCHES",
                    "FAILED select-no-match",
                    "fetched: documents=1 failed=1");
        }
    }

    @Test
    void asksABrowserForWhatIsDeclaredSo() throws IOException {
        DeclarationsCheckCommand command = new DeclarationsCheckCommand(
                Map.of(BROWSER, folder.resolve("none").toString()));
        try (SiteServer site = SiteServer.start()) {
            site.on("/terms", new Page(TERMS));
            write("Nimbus.json", """
                    {"name": "Nimbus", "terms": {"Terms of Service": {"fetch": "%s", "executeClientScripts": true}}}""".formatted(site.url("/terms")));
            Ended ended = run(Commands.of(command), folder.toString(), "--fetch", "--allow-private-addresses");
            assertEquals(1, ended.code, ended.said);
            assertSays(ended, "/terms (in a browser)", "FAILED no-browser");
        }
    }

    @Test
    void writesTheTextsOfWhatCanBeRead() throws IOException {
        try (SiteServer site = SiteServer.start()) {
            site.on("/robots.txt", text("User-agent: *\nDisallow: /hidden\n"));
            site.on("/terms", new Page(TERMS));
            site.on("/more", text("More terms\n\nThey are plain."));
            write("Nimbus.json", """
                    {"name": "Nimbus", "terms": {
                       "Terms of Service": {"combine": [{"fetch": "%s", "select": "main"}, {"fetch": "%s"}]},
                       "Imprint": {"fetch": "%s"}}}""".formatted(site.url("/terms"), site.url("/more"), site.url("/hidden")));
            Path out = folder.resolve("texts");
            Ended ended =
                    check(folder.toString(), "--fetch", "--allow-private-addresses", "--text", "--out", out.toString());
            assertEquals(1, ended.code, ended.said);
            assertSays(
                    ended,
                    "select main: 1 element",
                    "| You may use Nimbus Chat when you are old enough.",
                    "| They are plain.",
                    "FAILED robots-disallowed",
                    "fetched: documents=2 failed=1");
            assertTrue(
                    Files.readString(out.resolve("nimbus/terms-of-service.md")).contains("They are plain."));
            assertFalse(Files.exists(out.resolve("nimbus/imprint.md")));
            assertFalse(site.requests().contains("/hidden"));

            assertEnds(
                    0,
                    "declarations: files=1 documents=1 warnings=0 problems=0",
                    folder.toString(),
                    "--document",
                    "nimbus/terms-of-service");
            assertEnds(
                    0,
                    "fetched: documents=1 failed=0",
                    folder.toString(),
                    "--fetch",
                    "--allow-private-addresses",
                    "--document",
                    "nimbus/terms-of-service");
        }
    }

    private static Bytes text(String text) {
        return new Bytes("text/plain", ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private static Ended check(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "declarations";
        all[1] = "check";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return run(Clausewatch.commandLine(), all);
    }

    private static Ended run(CommandLine commands, String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        int code = commands.setOut(writer).setErr(writer).execute(arguments);
        writer.flush();
        return new Ended(code, said.toString());
    }

    private static void assertEnds(int code, String words, String... arguments) {
        Ended ended = check(arguments);
        assertEquals(code, ended.code, ended.said);
        assertSays(ended, words);
    }

    private static void assertSays(Ended ended, String... words) {
        List.of(words).forEach(word -> assertTrue(ended.said.contains(word), word + " is not in:\n" + ended.said));
    }
}
