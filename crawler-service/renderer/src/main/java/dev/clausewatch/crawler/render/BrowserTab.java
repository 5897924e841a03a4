package dev.clausewatch.crawler.render;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.events.Limits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One page in the browser. Its main document is the one that was fetched already, so that only the crawler's fetcher asks a site for
 * documents; a page that wants to be another says so and is fetched again. Everything else it loads comes through the proxy.
 */
final class BrowserTab {

    /** What a text does not depend on. */
    private static final Set<String> NOT_LOADED =
            Set.of("image", "media", "font", "eventsource", "websocket", "ping", "manifest");

    /** What may change the text when it arrives. */
    private static final Set<String> AWAITED = Set.of("script", "xhr", "fetch", "stylesheet");

    private static final int LOOK_MILLIS = 100;

    /** Whoever waits for us has a shorter deadline, and ends us. */
    private static final int LONG = 600_000;

    private final RenderJob job;
    private final String browser;

    private final Set<Request> loading = new HashSet<>();
    private int requests;
    private boolean given;
    private @Nullable String moved;

    /**
     * Makes a tab for one page.
     *
     * @param browser its name and version
     */
    BrowserTab(RenderJob job, String browser) {
        this.job = job;
        this.browser = browser;
    }

    /**
     * Renders the page.
     *
     * @throws PlaywrightException when the browser fails
     */
    Rendering render(Browser chromium, Browser.NewContextOptions options) {
        try (BrowserContext context = chromium.newContext(options)) {
            context.setDefaultTimeout(LONG);
            context.addInitScript(PageScripts.BEFORE);
            Page page = context.newPage();
            context.onPage(Page::close);
            context.onRequest(this::begins);
            context.onRequestFinished(loading::remove);
            context.onRequestFailed(loading::remove);
            page.onDialog(Dialog::dismiss);
            context.route("**/*", route -> route(page, route));
            page.navigate(job.url(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            settle(page);
            return moved == null ? result(page) : new Rendering.Moved(moved);
        }
    }

    private void begins(Request request) {
        if (AWAITED.contains(request.resourceType())) {
            loading.add(request);
        }
    }

    private void route(Page page, Route route) {
        Request request = route.request();
        if (request.isNavigationRequest() && isMain(page, request)) {
            main(page, route, request);
        } else if (NOT_LOADED.contains(request.resourceType()) || ++requests > job.requests()) {
            route.abort();
        } else {
            route.resume();
        }
    }

    /** Of this page or of a window that it opens. */
    private static boolean isMain(Page page, Request request) {
        return !request.frame().page().equals(page) || request.frame().equals(page.mainFrame());
    }

    private void main(Page page, Route route, Request request) {
        boolean ours = request.frame().page().equals(page);
        if (ours && !given) {
            given = true;
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(job.status())
                    .setHeaders(headers())
                    .setBodyBytes(job.body().array()));
            return;
        }
        if (ours && request.method().equals("GET") && moved == null) {
            moved = request.url();
        }
        // Any other error would put an error page in the page's place.
        route.abort("aborted");
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        for (int i = 0; i + 1 < job.headers().size(); i += 2) {
            headers.put(job.headers().get(i), job.headers().get(i + 1));
        }
        return headers;
    }

    /**
     * Waits until the page's HTML is read, and then until its text rests, nothing that may change it is on its way, and what is
     * selected is there; or until the page wants to be another.
     */
    private void settle(Page page) {
        long parsed = System.nanoTime();
        long since = parsed;
        String before = "";
        while (moved == null && !over(parsed, job.settleMillis())) {
            String now = probe(page);
            if (!now.equals(before) || !now.startsWith("complete +") || !loading.isEmpty()) {
                since = System.nanoTime();
                before = now;
            } else if (over(since, job.restMillis())) {
                return;
            }
            if (now.startsWith("loading")) {
                parsed = since;
            }
            page.waitForTimeout(LOOK_MILLIS);
        }
    }

    /** Nothing while the page is on its way to another. */
    private String probe(Page page) {
        try {
            return String.valueOf(page.evaluate(PageScripts.PROBE, job.selectors()));
        } catch (PlaywrightException e) {
            return "";
        }
    }

    private static boolean over(long since, int millis) {
        return System.nanoTime() - since > Duration.ofMillis(millis).toNanos();
    }

    private Rendering result(Page page) {
        if (requests > job.requests()) {
            return new Rendering.Failed(
                    FailureReason.TOO_LARGE, "Not read: the page loads more than %d files.".formatted(job.requests()));
        }
        Object html = page.evaluate(PageScripts.SERIALISE, Limits.RAW_PAGE_BYTES);
        byte[] bytes = html instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : new byte[0];
        return bytes.length == 0 || bytes.length > Limits.RAW_PAGE_BYTES
                ? new Rendering.Failed(
                        FailureReason.TOO_LARGE,
                        "Not read: the rendered page is larger than %d bytes.".formatted(Limits.RAW_PAGE_BYTES))
                : new Rendering.Rendered(new RawBytes(bytes), page.url(), browser);
    }
}
