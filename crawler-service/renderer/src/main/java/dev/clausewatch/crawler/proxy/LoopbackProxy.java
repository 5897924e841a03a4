package dev.clausewatch.crawler.proxy;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy on a free port of loopback: plain requests and CONNECT tunnels for those with a {@link ProxyPass}, nothing for others.
 * Names are resolved by the pass's resolver, and the addresses it gave are the ones connected to. Thread-safe.
 */
public final class LoopbackProxy implements AutoCloseable {

    /** Connections at the same time, those without a token included. */
    private static final int AT_ONCE = 256;

    private static final int TOKEN_BYTES = 16;

    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final ServerSocket server;
    private final Duration connectTimeout;
    private final Thread acceptor = Thread.ofVirtual().name("browser-proxy").unstarted(this::accept);
    private final SecureRandom random = new SecureRandom();
    private final Map<String, ProxyPass> passes = new ConcurrentHashMap<>();
    private final Set<Closeable> clients = ConcurrentHashMap.newKeySet();
    private final Semaphore places = new Semaphore(AT_ONCE);

    private LoopbackProxy(ServerSocket server, Duration connectTimeout) {
        this.server = server;
        this.connectTimeout = connectTimeout;
    }

    /**
     * Starts a proxy.
     *
     * @param connectTimeout time to connect to a server
     */
    public static LoopbackProxy start(Duration connectTimeout) {
        try {
            var proxy =
                    new LoopbackProxy(new ServerSocket(0, AT_ONCE, InetAddress.getLoopbackAddress()), connectTimeout);
            proxy.acceptor.start();
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("The browser's proxy cannot listen on loopback", e);
        }
    }

    /** Such as {@code http://127.0.0.1:40123}. */
    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /**
     * Lets one more page in.
     *
     * @param dns resolves names and refuses addresses that the page may not reach
     */
    public ProxyPass pass(DnsResolver dns, ProxyLimits limits) {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        ProxyPass pass = new ProxyPass(
                HexFormat.of().formatHex(token), dns, limits, over -> passes.remove(over.authorization()));
        passes.put(pass.authorization(), pass);
        return pass;
    }

    private void accept() {
        while (!server.isClosed()) {
            Socket client = next();
            if (client != null && places.tryAcquire()) {
                Thread.ofVirtual().name("browser-proxy-connection").start(() -> serve(client));
            } else if (client != null) {
                closeQuietly(client);
            }
        }
    }

    private @Nullable Socket next() {
        try {
            return server.accept();
        } catch (IOException e) {
            // The proxy was closed, or a connection was gone before it was taken.
            return null;
        }
    }

    private void serve(Socket client) {
        clients.add(client);
        try (client) {
            new ProxyConnection(client, passes, connectTimeout).serve();
        } catch (IOException e) {
            // An end went away, or the page was cut: the other end sees it by the closed connection.
            return;
        } finally {
            clients.remove(client);
            places.release();
        }
    }

    static void closeQuietly(Closeable end) {
        try {
            end.close();
        } catch (IOException e) {
            // It is gone either way.
            return;
        }
    }

    /** Waits for the accepting thread too: the port takes connections as long as that thread is still inside its call. */
    @Override
    public void close() {
        closeQuietly(server);
        try {
            acceptor.join(CLOSING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        passes.values().forEach(ProxyPass::close);
        clients.forEach(LoopbackProxy::closeQuietly);
    }
}
