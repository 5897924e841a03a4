package dev.clausewatch.benchmarks;

import dev.clausewatch.local.UsageException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is measured by {@code bench capture}.
 *
 * @param site where the pages are served; declared addresses keep only their paths
 * @param declarations the folder of declarations
 * @param data where the stack of the bench keeps its data; removed at the end
 */
record CaptureOptions(URI site, Path declarations, Path data) {

    private static final String USAGE = "Usage: ./clausewatch bench capture --site URL --declarations DIR [--data DIR]";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Reads the options and checks that there is something to measure. */
    static CaptureOptions parse(Path home, List<String> arguments) throws UsageException, InterruptedException {
        String site = null;
        String declarations = null;
        Path data = home.resolve(".clausewatch").resolve("bench");
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            switch (option) {
                case "--site" -> site = value(option, rest);
                case "--declarations" -> declarations = value(option, rest);
                case "--data" -> data = empty(Path.of(value(option, rest)).toAbsolutePath());
                default -> throw new UsageException("bench capture has no option " + option + ". " + USAGE);
            }
        }
        return new CaptureOptions(site(site), folder(declarations), data);
    }

    private static String value(String option, Iterator<String> rest) throws UsageException {
        if (!rest.hasNext()) {
            throw new UsageException("The option " + option + " needs a value. " + USAGE);
        }
        return rest.next();
    }

    private static Path empty(Path data) throws UsageException {
        try (Stream<Path> files = Files.exists(data) ? Files.list(data) : Stream.empty()) {
            if (files.findAny().isEmpty()) {
                return data;
            }
        } catch (IOException e) {
            throw new UsageException("--data: the folder " + data + " cannot be used: " + e + ". Name another one.");
        }
        throw new UsageException("--data: the folder " + data
                + " is not empty, and the bench removes its folder at the end. Name one that does not exist.");
    }

    private static Path folder(@Nullable String name) throws UsageException {
        if (name == null) {
            throw new UsageException("--declarations is missing. " + USAGE);
        }
        Path folder = Path.of(name).toAbsolutePath();
        if (!Files.isDirectory(folder)) {
            throw new UsageException(
                    "--declarations: there is no folder " + folder + ". Name one with declaration files.");
        }
        return folder;
    }

    private static URI site(@Nullable String address) throws UsageException, InterruptedException {
        if (address == null) {
            throw new UsageException("--site is missing. " + USAGE);
        }
        URI site;
        try {
            site = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--site: " + address + " is no address. Example: http://127.0.0.1:8000");
        }
        String scheme = String.valueOf(site.getScheme()).toLowerCase(Locale.ROOT);
        if (!List.of("http", "https").contains(scheme) || site.getHost() == null) {
            throw new UsageException("--site: " + address + " is no web address. Example: http://127.0.0.1:8000");
        }
        reach(site);
        return site;
    }

    private static void reach(URI site) throws UsageException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest request =
                    HttpRequest.newBuilder(site).timeout(PATIENCE).GET().build();
            HttpResponse<Void> unused = client.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UsageException(
                    "--site: nobody answers at " + site + " (" + e.getClass().getSimpleName()
                            + "). Start the web server that has the pages, and name its address.");
        }
    }

    /** The declaration files, by name. */
    List<Path> files() throws IOException, UsageException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(declarations)) {
            files.filter(file -> isDeclaration(file.getFileName().toString()))
                    .sorted()
                    .forEach(found::add);
        }
        if (found.isEmpty()) {
            throw new UsageException("--declarations: the folder " + declarations
                    + " has no declaration (NAME.json). Name another one.");
        }
        return found;
    }

    private static boolean isDeclaration(String name) {
        return name.endsWith(".json") && !name.endsWith(".history.json") && !name.startsWith(".");
    }
}
