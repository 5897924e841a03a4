package dev.clausewatch.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clausewatch.local.Gateway;
import dev.clausewatch.local.Part;
import dev.clausewatch.servers.Page;
import dev.clausewatch.servers.SiteServer;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Kills and stops processes in the middle of a run of 200 changes: nothing is lost, and nothing is there twice. */
class CrashTest {

    private static final int DOCUMENTS = 20;
    private static final int CHANGES_EACH = 10;
    private static final String PLATFORM = "Crashland";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final RunningStack running = RunningStack.get();
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final Map<String, Integer> published = new HashMap<>();

    @Test
    void everyChangeArrivesOnceWhateverDies() throws Exception {
        Gateway gateway = running.gateway();
        try (SiteServer site = SiteServer.start();
                Inbox inbox = Inbox.of(gateway, List.of(PLATFORM))) {
            register(gateway, site);
            await("first versions").atMost(PATIENCE).until(() -> changes(gateway) == DOCUMENTS);
            AtomicBoolean over = new AtomicBoolean();
            Thread chaos = Thread.ofPlatform().name("chaos").start(() -> disturb(over));
            await("200 alerts").atMost(PATIENCE).until(() -> {
                publishNext(inbox);
                return inbox.messages().size() >= DOCUMENTS * CHANGES_EACH;
            });
            over.set(true);
            chaos.join();

            await("the read model has them all")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> changes(gateway) == DOCUMENTS * (CHANGES_EACH + 1));
            Map<String, Integer> toldPerDocument = told(inbox);
            assertEquals(DOCUMENTS, toldPerDocument.size());
            toldPerDocument.forEach((document, count) -> assertEquals(CHANGES_EACH, count, document));
            assertEquals(DOCUMENTS * CHANGES_EACH, deliveries(gateway, inbox), "the ledger has each delivery once");
        }
    }

    /** A page's next version comes when the one before was told: none may be skipped. */
    private void publishNext(Inbox inbox) {
        Map<String, Integer> told = told(inbox);
        pages.forEach((document, page) -> {
            int version = published.getOrDefault(document, 0);
            if (version < CHANGES_EACH && told.getOrDefault(document, 0) >= version) {
                published.put(document, version + 1);
                page.change(terms(document, version + 1));
            }
        });
    }

    /** Each part in turn, the services killed as by a crash, the servers also stopped in good order. */
    private void disturb(AtomicBoolean over) {
        for (Part part : List.of(
                Part.CRAWLER, Part.DIFF, Part.CLASSIFIER, Part.ALERT, Part.GATEWAY, Part.KAFKA, Part.POSTGRES)) {
            if (over.get()) {
                throw new AssertionError("200 changes were through before " + part.label() + " was disturbed");
            }
            if (Part.SERVICES.contains(part)) {
                running.stack.crash(part);
            } else {
                running.stack.restart(part);
            }
        }
    }

    private void register(Gateway gateway, SiteServer site) throws IOException {
        Map<String, Object> terms = new LinkedHashMap<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            String document = "crashland/policy-" + i;
            Page page = new Page(terms(document, 0));
            pages.put(document, page);
            site.on("/policy-" + i, page);
            terms.put("Policy " + i, Map.of("fetch", site.url("/policy-" + i), "select", "main", "cadence", "PT1S"));
        }
        gateway.put("/declarations/" + PLATFORM, Map.of("name", PLATFORM, "terms", terms));
    }

    private static String terms(String document, int version) {
        return "<html><body><main><h1>Terms of " + document + "</h1>"
                + "<p>These terms bind you when you use the service that is described on this page.</p>"
                + "<h2>Fees</h2><p>You must pay a fee of " + (100 + version)
                + " euros each month, and you may cancel with 30 days' notice.</p></main></body></html>";
    }

    private static Map<String, Integer> told(Inbox inbox) {
        Map<String, Integer> told = new HashMap<>();
        inbox.messages()
                .forEach(message -> told.merge(
                        message.data()
                                .path("change")
                                .path("document")
                                .path("id")
                                .asText(),
                        1,
                        Integer::sum));
        return told;
    }

    private static int changes(Gateway gateway) {
        return count(gateway, "/changes?platform=crashland&limit=100");
    }

    private static int deliveries(Gateway gateway, Inbox inbox) {
        return count(gateway, "/subscriptions/" + inbox.subscriptionId() + "/deliveries?limit=100");
    }

    /** Walks the pages of a list; a gateway that is away just now counts as nothing yet. */
    private static int count(Gateway gateway, String path) {
        int count = 0;
        try {
            JsonNode page = gateway.get(path);
            while (true) {
                count += page.path("items").size();
                if (!page.hasNonNull("next")) {
                    return count;
                }
                page = gateway.get(path + "&cursor=" + page.path("next").asText());
            }
        } catch (IOException e) {
            return -1;
        }
    }
}
