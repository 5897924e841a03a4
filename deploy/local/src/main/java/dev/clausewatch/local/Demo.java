package dev.clausewatch.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Plays the demo on a running stack: a site of three invented platforms, a subscriber, and the timeline. What was shown is kept between
 * runs, so that a restart goes on where the last run ended.
 */
final class Demo implements AutoCloseable {

    /** Six pages of one host are read in turn: no second of pause between them, since the host is ours. */
    static final Map<String, String> SETTINGS = Map.of("CLAUSEWATCH_POLITENESS_DELAY", "PT0.1S");

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Duration FIRST_VERSIONS_PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final DemoSite site;
    private final DemoSubscriber subscriber;
    private final PrintStream out;
    private final CountDownLatch closing = new CountDownLatch(1);

    private Demo(Path folder, DemoSite site, DemoSubscriber subscriber, PrintStream out) {
        this.folder = folder;
        this.site = site;
        this.subscriber = subscriber;
        this.out = out;
    }

    /** Starts the site, as it stood at the end of the last run, and the subscriber. */
    static Demo start(Path data, int sitePort, int subscriberPort, PrintStream out) throws IOException {
        Path folder = data.resolve("demo");
        DemoFiles.writeDeclarations(declarations(data), sitePort);
        AlertPrinter printer = new AlertPrinter(out);
        Demo demo =
                new Demo(folder, DemoSite.start(sitePort), DemoSubscriber.start(subscriberPort, printer::print), out);
        DemoFiles.timeline().subList(0, demo.shown()).forEach(demo.site::play);
        return demo;
    }

    static Path declarations(Path data) {
        return data.resolve("demo").resolve("declarations");
    }

    /** Plays the demo on a thread of its own. */
    void playInBackground(Gateway gateway) {
        Thread.ofPlatform().name("demo").daemon().start(() -> {
            try {
                play(gateway);
            } catch (IOException e) {
                say("The demo stopped: " + e.getMessage());
            }
        });
    }

    /** Subscribes, waits for the first versions, then plays what was not yet shown; returns at the end or when closed. */
    private void play(Gateway gateway) throws IOException {
        subscribe(gateway);
        List<DemoStep> timeline = DemoFiles.timeline();
        int documents = (int) timeline.stream()
                .map(step -> step.expect().document())
                .distinct()
                .count();
        awaitFirstVersions(gateway, documents);
        int shown = shown();
        long begin = System.nanoTime()
                - TimeUnit.SECONDS.toNanos(
                        shown == 0 || shown == timeline.size()
                                ? 0
                                : timeline.get(shown - 1).afterSeconds());
        for (DemoStep step : timeline.subList(shown, timeline.size())) {
            if (pauseUntil(begin + TimeUnit.SECONDS.toNanos(step.afterSeconds()))) {
                return;
            }
            site.play(step);
            shown++;
            Files.writeString(folder.resolve("shown"), Integer.toString(shown));
            say(String.format("%n○ %s", step.title()) + (step.expect().alert() ? "" : "  (no alert to come)"));
        }
        say(
                String.format(
                        "%nThe demo has shown all its steps. Look at them on the pages; `./clausewatch up --fresh` starts over."));
    }

    @Override
    public void close() {
        closing.countDown();
        site.close();
        subscriber.close();
    }

    private void subscribe(Gateway gateway) throws IOException {
        Path file = folder.resolve("subscription.json");
        if (Files.exists(file)) {
            subscriber.secret(
                    new ObjectMapper().readTree(file.toFile()).path("secret").asText());
            return;
        }
        JsonNode created = gateway.post(
                "/subscriptions", Map.of("name", "Demo subscriber", "url", subscriber.url(), "filter", Map.of()));
        subscriber.secret(created.path("secret").asText());
        StackFiles.writeSecret(file, created.toString());
    }

    private void awaitFirstVersions(Gateway gateway, int documents) throws IOException {
        long deadline = System.nanoTime() + FIRST_VERSIONS_PATIENCE.toNanos();
        while (gateway.get("/changes?kind=BASELINE&limit=100").path("items").size() < documents) {
            if (System.nanoTime() > deadline) {
                throw new IOException("the first versions of the demo's documents did not arrive within "
                        + FIRST_VERSIONS_PATIENCE.toSeconds() + " seconds; the logs say why");
            }
            if (pauseUntil(System.nanoTime() + LOOK_AGAIN.toNanos())) {
                return;
            }
        }
        say("The first versions of " + documents + " documents are known. From now on the platforms change them.");
    }

    /** Waits; true when the demo is being closed. */
    private boolean pauseUntil(long nanoTime) {
        try {
            return closing.await(nanoTime - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private int shown() throws IOException {
        Path file = folder.resolve("shown");
        return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
    }

    private void say(String line) {
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }
}
