package dev.clausewatch.crawler.proxy;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.hc.client5.http.DnsResolver;

/** Lets one page through the proxy, within its limits, until it is closed. Thread-safe. */
public final class ProxyPass implements AutoCloseable {

    /** The user name that goes with every token. */
    public static final String USER = "page";

    private final String token;
    private final DnsResolver dns;
    private final ProxyLimits limits;
    private final Consumer<ProxyPass> onClose;

    private final Set<Closeable> open = new HashSet<>();
    private int connections;
    private long bytes;
    private boolean exhausted;
    private boolean closed;

    ProxyPass(String token, DnsResolver dns, ProxyLimits limits, Consumer<ProxyPass> onClose) {
        this.token = token;
        this.dns = dns;
        this.limits = limits;
        this.onClose = onClose;
    }

    /** More than the page may load: the connection ends. */
    static final class ExhaustedException extends IOException {
        private static final long serialVersionUID = 1;

        ExhaustedException(String message) {
            super(message);
        }
    }

    /** The password: random, and good for this page only. */
    public String token() {
        return token;
    }

    /** Whether the page wanted to load more than it may in all: what it shows may then lack something. */
    public synchronized boolean exhausted() {
        return exhausted;
    }

    DnsResolver dns() {
        return dns;
    }

    String authorization() {
        byte[] credentials = (USER + ":" + token).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    /** Counts a connection; false when the page has had all of its. */
    synchronized boolean enter(Closeable client) {
        exhausted |= connections == limits.connections();
        return !closed && !exhausted && ++connections > 0 && open.add(client);
    }

    /** Another end to close with the pass. */
    synchronized void hold(Closeable end) throws IOException {
        if (closed) {
            end.close();
            throw new IOException("The page is done");
        }
        open.add(end);
    }

    synchronized void leave(Closeable end) {
        open.remove(end);
    }

    /** Counts what goes over a connection, before it is passed on. */
    synchronized void count(long onConnection, int more) throws ExhaustedException {
        bytes += more;
        exhausted |= bytes > limits.bytes();
        if (exhausted || onConnection > limits.connectionBytes()) {
            throw new ExhaustedException("More bytes than a page may load");
        }
    }

    /** Ends every connection of the page; the token is worth nothing any more. */
    @Override
    public void close() {
        Set<Closeable> left;
        synchronized (this) {
            closed = true;
            left = new HashSet<>(open);
            open.clear();
        }
        onClose.accept(this);
        left.forEach(LoopbackProxy::closeQuietly);
    }
}
