package dev.clausewatch.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks at an installation through its gateway. */
final class GatewayChecks {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int PAGES = 200;
    private static final int ENDPOINTS = 100;
    private static final String GATEWAY = "gateway";

    private final GatewayClient client;
    private final Clock clock;

    GatewayChecks(GatewayClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    List<Finding> run() throws InterruptedException {
        List<Finding> findings = new ArrayList<>(Bounded.run(GATEWAY, LONGEST, this::gateway));
        if (findings.getFirst().state() != Finding.State.OK) {
            return findings;
        }
        findings.addAll(Bounded.run("documents", LONGEST, this::documents));
        findings.addAll(Bounded.run("endpoints", LONGEST, this::endpoints));
        return findings;
    }

    /** Whether it answers, and what the first answer tells besides. */
    private List<Finding> gateway() throws InterruptedException {
        GatewayAnswer answer;
        try {
            answer = client.get("/api/v1/admin/read-model");
        } catch (IOException e) {
            return List.of(Finding.trouble(
                    GATEWAY,
                    client.address() + " does not answer: " + reason(e),
                    "Bring it back, or mend the address or the certificate.",
                    Runbook.SERVICE_AWAY));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(ready(answer));
        answer.certificate()
                .ifPresent(certificate -> findings.add(
                        AnswerJudge.certificate(certificate.getNotAfter().toInstant(), clock.instant())));
        answer.date().ifPresent(date -> findings.add(AnswerJudge.clock(date, answer.asked(), answer.answered())));
        if (answer.isGood()) {
            findings.add(ReadModelJudge.judge(answer.body()));
        } else if (answer.status() == 403) {
            findings.add(Finding.unknown(
                    "read model", "This key may not see it.", "Give a key with scope admin: --key-file."));
        }
        return findings;
    }

    private Finding ready(GatewayAnswer answer) {
        if (answer.isGood() || answer.status() == 403) {
            return Finding.ok(GATEWAY, client.address() + " is ready: it answers from its database.");
        }
        if (answer.status() == 401) {
            return Finding.unknown(
                    GATEWAY,
                    client.address() + " does not accept this key.",
                    "Give a key of this installation: --key-file or CLAUSEWATCH_API_KEY.");
        }
        return Finding.trouble(
                GATEWAY,
                client.address() + " answers " + answer.problem(),
                "Look at /q/health/ready on its management port.",
                Runbook.SERVICE_AWAY);
    }

    private List<Finding> documents() throws IOException, InterruptedException {
        DocumentTally tally = new DocumentTally(clock.instant());
        boolean complete = pages("/api/v1/documents", tally::count);
        return tally.findings(complete);
    }

    private List<Finding> endpoints() throws IOException, InterruptedException {
        List<JsonNode> subscriptions = new ArrayList<>();
        if (!pages("/api/v1/subscriptions", subscriptions::add)) {
            return List.of(Finding.unknown(
                    "endpoints", "There are too many to look at.", "Look at the dashboard of alert-service."));
        }
        EndpointTally tally = new EndpointTally(subscriptions.size());
        int asked = 0;
        for (JsonNode subscription : subscriptions) {
            boolean active = subscription.path("active").asBoolean();
            JsonNode newest = active && asked < ENDPOINTS ? newestDelivery(subscription) : null;
            asked += active ? 1 : 0;
            tally.count(subscription, newest);
        }
        return List.of(tally.finding(Math.min(asked, ENDPOINTS)));
    }

    private @Nullable JsonNode newestDelivery(JsonNode subscription) throws IOException, InterruptedException {
        JsonNode page = good("/api/v1/subscriptions/" + subscription.path("id").asText() + "/deliveries?limit=1");
        return page.path("items").path(0).isMissingNode()
                ? null
                : page.path("items").path(0);
    }

    /** Reads a list to its end, or so many pages of it; whether it was read to its end. */
    private boolean pages(String path, Consumer<JsonNode> each) throws IOException, InterruptedException {
        String cursor = "";
        for (int page = 0; page < PAGES; page++) {
            JsonNode part = good(path + "?limit=100" + cursor);
            part.path("items").forEach(each);
            if (!part.hasNonNull("next")) {
                return true;
            }
            cursor = "&cursor=" + URLEncoder.encode(part.path("next").asText(), StandardCharsets.UTF_8);
        }
        return false;
    }

    private JsonNode good(String path) throws IOException, InterruptedException {
        GatewayAnswer answer = client.get(path);
        if (!answer.isGood()) {
            throw new IOException(client.address() + " answers " + answer.problem());
        }
        return answer.body();
    }

    private static String reason(IOException failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }
}
