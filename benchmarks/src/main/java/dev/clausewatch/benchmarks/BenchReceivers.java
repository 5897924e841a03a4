package dev.clausewatch.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import dev.clausewatch.servers.SiteServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** Endpoints of subscribers, each a web server of its own, that answer as they are told and keep what arrived when. */
final class BenchReceivers implements AutoCloseable {

    private static final String PATH = "/webhooks";

    private final List<Receiver> receivers = new ArrayList<>();
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private final Set<String> bodies = ConcurrentHashMap.newKeySet();
    private volatile boolean keepsBodies;

    /** A message that came for the first time. */
    record Arrival(int receiver, int change, long at) {}

    private final class Receiver {

        private final int number;
        private final SiteServer server;
        private volatile Duration delay = Duration.ZERO;
        private volatile CountDownLatch silence = new CountDownLatch(0);

        Receiver(int number) throws IOException {
            this.number = number;
            this.server = SiteServer.start().on(PATH, this::receive);
        }

        private void receive(HttpExchange exchange) throws IOException {
            byte[] bytes = exchange.getRequestBody().readAllBytes();
            long at = System.nanoTime();
            String body = new String(bytes, StandardCharsets.UTF_8);
            if (known.add(exchange.getRequestHeaders().getFirst("webhook-id"))) {
                arrivals.add(new Arrival(number, BenchChanges.number(body), at));
            }
            if (keepsBodies) {
                bodies.add(body);
            }
            await(silence);
            LockSupport.parkNanos(delay.toNanos());
            exchange.sendResponseHeaders(204, -1);
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private BenchReceivers() {}

    static BenchReceivers start(int count) throws IOException {
        BenchReceivers all = new BenchReceivers();
        for (int i = 0; i < count; i++) {
            all.receivers.add(all.new Receiver(i));
        }
        return all;
    }

    List<String> urls() {
        return receivers.stream().map(one -> one.server.url(PATH)).toList();
    }

    /** Lets all answer after this time. */
    void answerAfter(Duration delay) {
        receivers.forEach(one -> {
            one.silence.countDown();
            one.delay = delay;
        });
    }

    /** Lets those from one number to before another answer after this time. */
    void answerAfter(Duration delay, int from, int to) {
        receivers.subList(from, to).forEach(one -> one.delay = delay);
    }

    /** Lets those from one number to before another answer nothing. */
    void fallSilent(int from, int to) {
        receivers.subList(from, to).forEach(one -> one.silence = new CountDownLatch(1));
    }

    void clear() {
        arrivals.clear();
    }

    List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    int count() {
        return arrivals.size();
    }

    void keepBodies(boolean keep) {
        keepsBodies = keep;
    }

    List<String> bodies() {
        return List.copyOf(bodies);
    }

    @Override
    public void close() {
        receivers.forEach(one -> {
            one.silence.countDown();
            one.server.close();
        });
    }
}
