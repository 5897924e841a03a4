package dev.clausewatch.crawler.render;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.Proxy;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import dev.clausewatch.crawler.proxy.ProxyPass;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The process that drives Chromium: reads {@link RenderJob}s from its input, writes {@link Rendering}s to its output, and ends with its
 * input. It is a process of its own because what a page makes the browser say has no bound: here it can only use up
 * this process's memory, and here are none of the crawler's passwords.
 */
final class BrowserHost {

    private static final List<String> ARGUMENTS = List.of(
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-sync",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-domain-reliability",
            "--no-pings",
            // Nothing past the proxy: no names looked up, no UDP.
            "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
            "--dns-prefetch-disable",
            "--disable-quic",
            "--webrtc-ip-handling-policy=disable_non_proxied_udp",
            "--force-webrtc-ip-handling-policy=disable_non_proxied_udp");

    /** The proxy is for loopback too. */
    private static final String NO_BYPASS = "<-loopback>";

    private final Path chromium;
    private final boolean sandbox;
    private final String proxy;
    private final String userAgent;

    private BrowserHost(Path chromium, boolean sandbox, String proxy, String userAgent) {
        this.chromium = chromium;
        this.sandbox = sandbox;
        this.proxy = proxy;
        this.userAgent = userAgent;
    }

    /** Arguments: Chromium's program, whether it has its sandbox, the proxy's address, what to add to the User-Agent. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        DataOutputStream out = new DataOutputStream(System.out);
        // Nobody else may write between our answers.
        System.setOut(System.err);
        BlockingQueue<RenderJob> jobs = new ArrayBlockingQueue<>(1);
        Thread.ofPlatform().daemon().name("jobs").start(() -> read(new DataInputStream(System.in), jobs));
        new BrowserHost(Path.of(arguments[0]), Boolean.parseBoolean(arguments[1]), arguments[2], arguments[3])
                .serve(jobs, out);
    }

    /** Takes jobs. Where there are none to come any more the crawler is gone, and whatever goes on here is for nobody. */
    private static void read(DataInputStream in, BlockingQueue<RenderJob> jobs) {
        try {
            while (true) {
                jobs.put(RenderJob.read(in));
            }
        } catch (IOException | InterruptedException e) {
            List<ProcessHandle> left = ProcessHandle.current().descendants().toList();
            left.forEach(ProcessHandle::destroyForcibly);
            // What still lives still writes into the folder.
            ProcessTree.await(left);
            BrowserProcess.delete(Path.of(System.getProperty("java.io.tmpdir")));
            Runtime.getRuntime().halt(0);
        }
    }

    private void serve(BlockingQueue<RenderJob> jobs, DataOutputStream out) throws IOException, InterruptedException {
        try (Playwright playwright = Playwright.create();
                Browser browser = playwright.chromium().launch(options())) {
            FrameProtocol.write(out, "");
            out.flush();
            while (true) {
                render(jobs.take(), browser).write(out);
            }
        } catch (PlaywrightException e) {
            FrameProtocol.write(out, reason(e));
            out.flush();
        }
    }

    private Rendering render(RenderJob job, Browser browser) {
        try {
            return new BrowserTab(job, "Chromium " + browser.version()).render(browser, options(browser, job.token()));
        } catch (PlaywrightException e) {
            return Rendering.broken("The browser failed: " + reason(e));
        }
    }

    private BrowserType.LaunchOptions options() {
        return new BrowserType.LaunchOptions()
                .setExecutablePath(chromium)
                .setHeadless(true)
                .setChromiumSandbox(sandbox)
                .setProxy(new Proxy(proxy).setBypass(NO_BYPASS))
                .setIgnoreDefaultArgs(List.of("--disable-popup-blocking"))
                .setArgs(ARGUMENTS);
    }

    private Browser.NewContextOptions options(Browser browser, String token) {
        return new Browser.NewContextOptions()
                .setProxy(new Proxy(proxy)
                        .setBypass(NO_BYPASS)
                        .setUsername(ProxyPass.USER)
                        .setPassword(token))
                .setUserAgent("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/"
                        + browser.version() + " Safari/537.36 " + userAgent)
                .setServiceWorkers(ServiceWorkerPolicy.BLOCK)
                .setAcceptDownloads(false)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("en-US")
                .setTimezoneId("UTC");
    }

    /** Playwright goes on with a log of calls and a trace. */
    private static String reason(PlaywrightException e) {
        String message = String.valueOf(e.getMessage());
        String first = message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.equals("Error {"))
                .findFirst()
                .orElse("no reason");
        return first.startsWith("message='") ? first.substring("message='".length()) : first;
    }
}
