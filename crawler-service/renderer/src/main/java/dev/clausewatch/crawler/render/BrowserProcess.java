package dev.clausewatch.crawler.render;

import com.google.gson.Gson;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.impl.driver.Driver;
import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.events.Limits;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A running {@link BrowserHost} with the Node.js and the Chromium under it. For one thread, {@link #processes} apart. */
final class BrowserProcess implements AutoCloseable {

    /** What the programs need to know of the crawler's environment; its passwords are not among it. */
    private static final Set<String> KEPT = Set.of("PATH", "HOME", "LANG", "LC_ALL", "USER");

    /** A class of each jar that the host needs. */
    private static final List<Class<?>> NEEDED =
            List.of(BrowserHost.class, RawBytes.class, Limits.class, Playwright.class, Driver.class, Gson.class);

    private static final List<String> JVM = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError");

    private static final int END_SECONDS = 5;

    private final Process host;
    private final ProcessTree processes;
    private final DataOutputStream jobs;
    private final DataInputStream renderings;
    private final Path folder;

    private BrowserProcess(Process host, Path folder) {
        this.host = host;
        this.processes = new ProcessTree(host.toHandle());
        this.jobs = new DataOutputStream(host.getOutputStream());
        this.renderings = new DataInputStream(host.getInputStream());
        this.folder = folder;
    }

    /**
     * Starts a host; it starts its browser meanwhile.
     *
     * @param proxy the address of the only proxy it uses
     * @param userAgent what its User-Agent says besides the browser's name
     */
    static BrowserProcess start(
            BrowserPrograms.Found programs, RenderSettings settings, String proxy, String userAgent) {
        try {
            Path folder = Files.createTempDirectory("clausewatch-browser-");
            ProcessBuilder builder = new ProcessBuilder(Stream.concat(
                            JVM.stream(),
                            Stream.of(
                                    "-Djava.io.tmpdir=" + folder,
                                    "-cp",
                                    classPath(),
                                    BrowserHost.class.getName(),
                                    programs.chromium().toString(),
                                    String.valueOf(settings.sandbox() && !isRoot()),
                                    proxy,
                                    userAgent))
                    .toList());
            Map<String, String> environment = builder.environment();
            environment.keySet().retainAll(KEPT);
            environment.put("TMPDIR", folder.toString());
            environment.put("PLAYWRIGHT_NODEJS_PATH", programs.node().toString());
            environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            return new BrowserProcess(
                    builder.redirectError(ProcessBuilder.Redirect.INHERIT).start(), folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The browser's process cannot be started", e);
        }
    }

    private static String classPath() {
        return NEEDED.stream().map(BrowserProcess::place).distinct().collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(Class<?> type) {
        try {
            CodeSource source = type.getProtectionDomain().getCodeSource();
            return Path.of(source.getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Classes come from files", e);
        }
    }

    private static boolean isRoot() {
        return ProcessHandle.current().info().user().filter("root"::equals).isPresent();
    }

    /**
     * Waits until the browser is there.
     *
     * @throws IOException when it does not start
     */
    void ready() throws IOException {
        String problem = FrameProtocol.text(renderings);
        if (!problem.isEmpty()) {
            throw new IOException(problem);
        }
    }

    /**
     * Renders a page.
     *
     * @throws IOException when the host ends before it answers
     */
    Rendering render(RenderJob job) throws IOException {
        job.write(jobs);
        return Rendering.read(renderings);
    }

    ProcessTree processes() {
        return processes;
    }

    /** Ends the programs at once and leaves nothing of them on the disk. */
    @Override
    public void close() {
        processes.kill();
        try {
            boolean unused = host.waitFor(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        delete(folder);
    }

    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // A dying process may still write; the system clears its temporary files.
            return;
        }
    }
}
