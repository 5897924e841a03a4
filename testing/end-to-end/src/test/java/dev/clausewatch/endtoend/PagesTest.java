package dev.clausewatch.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.clausewatch.local.Gateway;
import dev.clausewatch.local.Part;
import dev.clausewatch.servers.SiteServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages in a real browser, as a reader sees them. */
class PagesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String HOSTILE = "<script>document.title='taken over'</script>";

    private final RunningStack running = RunningStack.get();
    private final Gateway gateway = running.gateway();

    @Test
    void aReaderSignsInAndSeesWhatChanged() throws IOException {
        Optional<Path> chromium = chromium();
        if (chromium.isEmpty()) {
            System.err.println("SKIPPED: the pages are not looked at, since there is no chromium on the PATH.");
        }
        assumeTrue(chromium.isPresent(), "there is no chromium on the PATH");
        try (SiteServer site = SiteServer.start();
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright.chromium().launch(options(chromium.get()))) {
            String changeId = changeSomething(site);
            Page tab = browser.newPage();
            List<String> complaints = new ArrayList<>();
            tab.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });

            tab.navigate(running.stack.url(Part.GATEWAY) + "/changes/" + changeId);
            assertTrue(tab.url().contains("/sign-in"), "a stranger is asked to sign in");
            tab.locator("input[type=password], input[name=key]").first().fill(running.stack.apiKey());
            tab.locator("main button[type=submit]").first().click();

            tab.navigate(running.stack.url(Part.GATEWAY) + "/");
            assertTrue(tab.locator("main").innerText().contains("Pageland"), "the change is in the list");
            tab.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/pages/changes.png"))
                    .setFullPage(true));

            tab.navigate(running.stack.url(Part.GATEWAY) + "/changes/" + changeId);
            assertTrue(tab.locator("main del").allInnerTexts().toString().contains("5"), "what went");
            assertTrue(tab.locator("main ins").allInnerTexts().toString().contains("9"), "what came");
            tab.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/pages/change.png"))
                    .setFullPage(true));
            assertFalse(tab.title().contains("taken over"), "text of a page is text");
            assertEquals(List.of(), complaints, "the browser has nothing to complain of");
        }
    }

    private String changeSomething(SiteServer site) throws IOException {
        var page = new dev.clausewatch.servers.Page(terms("5"));
        site.on("/terms", page);
        gateway.put(
                "/declarations/Pageland",
                Map.of(
                        "name",
                        "Pageland",
                        "terms",
                        Map.of(
                                "Terms of Service",
                                Map.of("fetch", site.url("/terms"), "select", "main", "cadence", "PT1S"))));
        String list = "/changes?document=pageland/terms-of-service";
        await("the first version")
                .atMost(PATIENCE)
                // Before the document is known, it is refused.
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> gateway.get(list).path("items").size() == 1);
        page.change(terms("9"));
        await("the change").atMost(PATIENCE).until(() -> {
            var items = gateway.get(list).path("items");
            return items.size() == 2 && items.get(0).hasNonNull("materiality");
        });
        return gateway.get(list).path("items").get(0).path("id").asText();
    }

    private static String terms(String fee) {
        String escaped = HOSTILE.replace("<", "&lt;").replace(">", "&gt;");
        return "<html><body><main><h1>Terms of Service</h1><h2>1. Fees</h2><p>1.1 You must pay a fee of " + fee
                + " euros each month. " + escaped + "</p></main></body></html>";
    }

    private static BrowserType.LaunchOptions options(Path chromium) {
        return new BrowserType.LaunchOptions()
                .setExecutablePath(chromium)
                .setHeadless(true)
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run",
                        "--no-default-browser-check"));
    }

    private static Optional<Path> chromium() {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
