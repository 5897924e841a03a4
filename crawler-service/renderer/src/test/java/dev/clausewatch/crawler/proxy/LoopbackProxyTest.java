package dev.clausewatch.crawler.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.runtime.net.GuardedDns;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LoopbackProxyTest {

    private static final ProxyLimits LIMITS = new ProxyLimits(4, 20_000, 30_000);

    /** One name is allowed to be on loopback; everything else has to be public. */
    private static final DnsResolver DNS = new DnsResolver() {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return host.equals("site.test")
                    ? new InetAddress[] {InetAddress.getLoopbackAddress()}
                    : new GuardedDns(false).resolve(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
        }
    };

    private final LoopbackProxy proxy = LoopbackProxy.start(Duration.ofSeconds(2));
    private final ProxyPass pass = proxy.pass(DNS, LIMITS);
    private final Peer peer = new Peer();

    @AfterEach
    void close() throws IOException {
        proxy.close();
        peer.close();
    }

    @Test
    void passesARequestOnWithoutWhatIsForTheProxyOnly() throws IOException {
        peer.answers("HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Length: 5\r\n\r\nhello");
        String answer = ask(get("http://site.test:" + peer.port() + "/a?b|c", authorization(pass)));
        assertTrue(answer.startsWith("HTTP/1.1 200 OK\r\n") && answer.endsWith("\r\n\r\nhello"), answer);
        assertTrue(answer.contains("connection: close"), answer);
        String request = peer.asked();
        assertTrue(request.startsWith("GET /a?b|c HTTP/1.1\r\n"), request);
        assertTrue(request.contains("host: site.test:" + peer.port()), request);
        assertFalse(request.contains(pass.token()) || request.contains("proxy-"), request);
    }

    @Test
    void refusesWhoHasNoToken() throws IOException {
        assertTrue(ask(get("http://site.test:" + peer.port() + "/", "")).startsWith("HTTP/1.1 407 "));
        assertTrue(ask(connect("site.test:" + peer.port(), "Proxy-Authorization: Basic eDp5\r\n"))
                .startsWith("HTTP/1.1 407 "));
        assertEquals(0, peer.connections());
    }

    @Test
    void refusesATokenWhosePageIsDone() throws IOException {
        pass.close();
        assertTrue(ask(get("http://site.test:" + peer.port() + "/", authorization(pass)))
                .startsWith("HTTP/1.1 407 "));
    }

    @Test
    void refusesAddressesThatAreNotPublicInEitherWay() throws IOException {
        for (String host : List.of("127.0.0.1", "localhost", "[::1]", "169.254.169.254", "2130706433")) {
            String where = host + ":" + peer.port();
            assertTrue(
                    ask(get("http://" + where + "/", authorization(proxy.pass(DNS, LIMITS))))
                            .startsWith("HTTP/1.1 403 "),
                    host);
            assertTrue(
                    ask(connect(where, authorization(proxy.pass(DNS, LIMITS)))).startsWith("HTTP/1.1 403 "), host);
        }
        assertEquals(0, peer.connections());
    }

    @Test
    void tunnelsBothWays() throws IOException {
        peer.answers("pong");
        String answer = ask(connect("site.test:" + peer.port(), authorization(pass)) + "ping\r\n\r\n");
        assertEquals("HTTP/1.1 200 Connected\r\n\r\npong", answer);
        assertEquals("ping\r\n\r\n", peer.asked());
    }

    @Test
    void cutsAConnectionOfTooManyBytesAndLetsTheNextOneIn() throws IOException {
        peer.answers("x".repeat(25_000));
        assertTrue(ask(connect("site.test:" + peer.port(), authorization(pass)) + "\r\n\r\n")
                        .length()
                < 21_000);
        assertFalse(pass.exhausted());
        peer.answers("HTTP/1.1 200 OK\r\n\r\nshort");
        assertTrue(ask(get("http://site.test:" + peer.port() + "/", authorization(pass)))
                .endsWith("short"));
    }

    @Test
    void refusesAPageThatHasHadAllItsBytesOrConnections() throws IOException {
        peer.answers("x".repeat(19_000));
        for (int i = 0; i < 2; i++) {
            ask(connect("site.test:" + peer.port(), authorization(pass)) + "\r\n\r\n");
        }
        assertTrue(pass.exhausted());
        assertTrue(ask(connect("site.test:" + peer.port(), authorization(pass))).startsWith("HTTP/1.1 403 "));

        ProxyPass few = proxy.pass(DNS, new ProxyLimits(1, 1000, 1000));
        peer.answers("HTTP/1.1 200 OK\r\n\r\n");
        assertTrue(ask(get("http://site.test:" + peer.port() + "/", authorization(few)))
                .startsWith("HTTP/1.1 200"));
        assertTrue(ask(get("http://site.test:" + peer.port() + "/", authorization(few)))
                .startsWith("HTTP/1.1 403"));
        assertTrue(few.exhausted());
    }

    @Test
    void givesASecondRequestOfAConnectionToNobody() throws IOException {
        peer.answers("HTTP/1.1 200 OK\r\n\r\none");
        String both = get("http://site.test:" + peer.port() + "/1", authorization(pass))
                + get("http://site.test:" + peer.port() + "/2", authorization(pass));
        ask(both);
        assertFalse(peer.asked().contains("/2"));
    }

    @Test
    void takesNoAnswerForItsOwnThatAsksForTheToken() throws IOException {
        peer.answers("HTTP/1.1 407 Mine\r\nProxy-Authenticate: Basic realm=\"x\"\r\n\r\n");
        String answer = ask(get("http://site.test:" + peer.port() + "/", authorization(pass)));
        assertTrue(answer.startsWith("HTTP/1.1 502 ") && !answer.contains("authenticate"), answer);
    }

    @Test
    void refusesRequestsThatCanBeReadInTwoWays() throws IOException {
        String start = "POST http://site.test:" + peer.port() + "/ HTTP/1.1\r\n" + authorization(pass);
        assertTrue(ask(start + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n").startsWith("HTTP/1.1 400 "));
        assertEquals("", ask(start + "Content-Length : 5\r\n\r\nhello"));
        assertEquals("", ask(start + " folded\r\n\r\n"));
        assertTrue(ask("GET / HTTP/1.1\r\n" + authorization(pass) + "\r\n").startsWith("HTTP/1.1 400 "));
    }

    @Test
    void endsTheConnectionsOfAPageWithItsPass() throws Exception {
        try (Socket socket = socket()) {
            socket.getOutputStream().write(bytes(connect("site.test:" + peer.port(), authorization(pass))));
            byte[] connected = socket.getInputStream().readNBytes(26);
            assertTrue(new String(connected, StandardCharsets.US_ASCII).startsWith("HTTP/1.1 200"));
            pass.close();
            assertEquals(-1, socket.getInputStream().read());
        }
    }

    @Test
    void isGoneWhenItIsClosed() {
        proxy.close();
        assertThrows(IOException.class, () -> socket().close());
    }

    private static String get(String url, String fields) {
        return "GET " + url + " HTTP/1.1\r\nHost: other.test\r\n" + fields + "Proxy-Connection: keep-alive\r\n\r\n";
    }

    private static String connect(String where, String fields) {
        return "CONNECT " + where + " HTTP/1.1\r\n" + fields + "\r\n";
    }

    private static String authorization(ProxyPass pass) {
        return "Proxy-Authorization: " + pass.authorization() + "\r\n";
    }

    private Socket socket() throws IOException {
        URI url = URI.create(proxy.url());
        return new Socket(url.getHost(), url.getPort());
    }

    /** What comes back until the proxy closes. */
    private String ask(String request) throws IOException {
        try (Socket socket = socket()) {
            socket.getOutputStream().write(bytes(request));
            StringBuilder answer = new StringBuilder();
            InputStream in = socket.getInputStream();
            try {
                for (int next = in.read(); next >= 0; next = in.read()) {
                    answer.append((char) next);
                }
            } catch (IOException e) {
                // Cut.
            }
            return answer.toString();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A server that reads up to an empty line, says one thing and closes. */
    private static final class Peer implements AutoCloseable {

        private final ServerSocket server;
        private final List<String> asked = new CopyOnWriteArrayList<>();
        private final CompletableFuture<String> first = new CompletableFuture<>();
        private volatile String answer = "";

        Peer() {
            try {
                server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            Thread.ofVirtual().start(this::run);
        }

        private void run() {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    StringBuilder head = new StringBuilder();
                    while (head.indexOf("\r\n\r\n") < 0) {
                        int next = socket.getInputStream().read();
                        if (next < 0) {
                            break;
                        }
                        head.append((char) next);
                    }
                    asked.add(head.toString());
                    first.complete(head.toString());
                    OutputStream out = socket.getOutputStream();
                    out.write(bytes(answer));
                    socket.shutdownOutput();
                    socket.getInputStream().readAllBytes();
                } catch (IOException e) {
                    // Cut, or closed.
                }
            }
        }

        void answers(String text) {
            answer = text;
        }

        String asked() {
            return first.join();
        }

        int connections() {
            return asked.size();
        }

        int port() {
            return server.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
