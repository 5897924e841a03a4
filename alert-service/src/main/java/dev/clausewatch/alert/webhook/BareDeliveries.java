package dev.clausewatch.alert.webhook;

import dev.clausewatch.alert.destination.AttemptOutcome;
import dev.clausewatch.alert.destination.Destination;
import dev.clausewatch.alert.destination.OutgoingMessage;
import dev.clausewatch.alert.destination.PostClient;
import dev.clausewatch.alert.destination.SendResult;
import dev.clausewatch.alert.destination.WebhookSecret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Posts webhooks with the client alone, without queue and ledger: the baseline of {@code bench webhooks}. Arguments: a file with an address
 * a line, a file with a body a line, how many posts, how many at once. Prints the posts a second, warm.
 */
public final class BareDeliveries {

    private static final int ROUNDS = 2;
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final WebhookSender client;
    private final List<URI> addresses;
    private final List<String> bodies;
    private final List<WebhookSecret> secrets = List.of(WebhookSecret.generate(new SecureRandom()));
    private final int atOnce;

    private BareDeliveries(List<URI> addresses, List<String> bodies, int atOnce) {
        this.client = new WebhookSender(new PostClient(true, TIMEOUT, atOnce));
        this.addresses = addresses;
        this.bodies = bodies;
        this.atOnce = atOnce;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<URI> addresses = Files.readAllLines(Path.of(arguments[0])).stream()
                .map(URI::create)
                .toList();
        BareDeliveries deliveries = new BareDeliveries(
                addresses, Files.readAllLines(Path.of(arguments[1])), Integer.parseInt(arguments[3]));
        double perSecond = 0;
        for (int round = 0; round < ROUNDS; round++) {
            perSecond = deliveries.send(Integer.parseInt(arguments[2]));
        }
        System.out.println(perSecond);
    }

    private double send(int count) throws InterruptedException {
        Semaphore permits = new Semaphore(atOnce);
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                int number = i;
                permits.acquire();
                threads.execute(() -> {
                    try {
                        post(number);
                    } finally {
                        permits.release();
                    }
                });
            }
        }
        return count / ((System.nanoTime() - start) / 1e9);
    }

    private void post(int number) {
        URI address = addresses.get(number % addresses.size());
        String body = bodies.get(number / addresses.size() % bodies.size());
        SendResult result = client.send(new OutgoingMessage(
                UUID.randomUUID().toString(),
                "bench",
                new Destination.Webhook(address, secrets),
                body,
                Clock.systemUTC().instant()));
        if (!(result.outcome() instanceof AttemptOutcome.Accepted)) {
            throw new IllegalStateException("A receiver said " + result.outcome());
        }
    }
}
