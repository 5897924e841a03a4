package dev.clausewatch.crawler.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** Passes the bytes of one connection on, and counts them before. */
final class Relay {

    private static final int CHUNK = 16 * 1024;

    private final ProxyPass pass;
    private final AtomicLong count = new AtomicLong();

    Relay(ProxyPass pass) {
        this.pass = pass;
    }

    /** Until the source ends. */
    void all(InputStream from, OutputStream to) throws IOException {
        exactly(Long.MAX_VALUE, from, to);
    }

    /** So many bytes, or fewer when the source ends. */
    void exactly(long length, InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[CHUNK];
        long left = length;
        while (left > 0) {
            int read = from.read(buffer, 0, (int) Math.min(CHUNK, left));
            if (read < 0) {
                return;
            }
            pass.count(count.addAndGet(read), read);
            to.write(buffer, 0, read);
            left -= read;
        }
    }

    /** Until the server ends, or an end fails; what the client sends goes on meanwhile. */
    void bothWays(InputStream fromClient, Socket client, Socket server) throws IOException {
        Thread.ofVirtual().name("browser-proxy-upload").start(() -> {
            try {
                all(fromClient, server.getOutputStream());
                server.shutdownOutput();
            } catch (IOException e) {
                LoopbackProxy.closeQuietly(server);
                LoopbackProxy.closeQuietly(client);
            }
        });
        all(server.getInputStream(), client.getOutputStream());
        client.shutdownOutput();
    }
}
