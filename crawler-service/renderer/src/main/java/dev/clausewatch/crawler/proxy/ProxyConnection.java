package dev.clausewatch.crawler.proxy;

import dev.clausewatch.runtime.net.ForbiddenAddressException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One connection of a browser: a single request, or a tunnel. */
final class ProxyConnection {

    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
    private static final int HEAD_MILLIS = 10_000;

    /** Fields about this connection only (RFC 9110, section 7.6.1). */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authorization",
            "proxy-authenticate",
            "te",
            "upgrade");

    private static final String CLOSE = "connection: close\r\n";

    private final Socket client;
    private final Map<String, ProxyPass> passes;
    private final Duration connectTimeout;

    ProxyConnection(Socket client, Map<String, ProxyPass> passes, Duration connectTimeout) {
        this.client = client;
        this.passes = passes;
        this.connectTimeout = connectTimeout;
    }

    void serve() throws IOException {
        client.setSoTimeout(HEAD_MILLIS);
        InputStream in = new BufferedInputStream(client.getInputStream());
        MessageHead head = MessageHead.read(in);
        client.setSoTimeout(0);
        String authorization = head.first("proxy-authorization");
        ProxyPass pass = authorization == null ? null : passes.get(authorization);
        if (pass == null) {
            answer("407 Proxy Authentication Required", "proxy-authenticate: Basic realm=\"clausewatch\"\r\n");
            return;
        }
        if (!pass.enter(client)) {
            answer("403 The page has had all its connections", "");
            return;
        }
        try {
            serve(head, in, pass);
        } finally {
            pass.leave(client);
        }
    }

    private void serve(MessageHead head, InputStream in, ProxyPass pass) throws IOException {
        ProxyTarget target = ProxyTarget.of(head.startLine());
        if (target == null || (!target.tunnel() && head.has("transfer-encoding"))) {
            answer("400 Not a request for a proxy", "");
            return;
        }
        Socket server = connect(target, pass);
        if (server == null) {
            return;
        }
        try (server) {
            pass.hold(server);
            Relay relay = new Relay(pass);
            if (target.tunnel()) {
                client.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                relay.bothWays(in, client, server);
            } else {
                forward(head, target, in, server, relay);
            }
        } finally {
            pass.leave(server);
        }
    }

    /** One request and its answer; neither end may send a second one, which could be meant for another server. */
    private void forward(MessageHead head, ProxyTarget target, InputStream in, Socket server, Relay relay)
            throws IOException {
        byte[] request = head.with(
                target.requestLine(),
                name -> HOP_BY_HOP.contains(name) || name.equals("host"),
                "host: " + target.authority() + "\r\n" + CLOSE);
        server.getOutputStream().write(request);
        relay.exactly(contentLength(head), in, server.getOutputStream());
        InputStream answers = new BufferedInputStream(server.getInputStream());
        MessageHead answer = MessageHead.read(answers);
        while (answer.startLine().startsWith("HTTP/1.1 1")) {
            answer = MessageHead.read(answers);
        }
        // A server that plays the proxy would be given the token.
        String status = answer.startLine().contains(" 407") ? "HTTP/1.1 502 Bad Gateway" : answer.startLine();
        client.getOutputStream().write(answer.with(status, HOP_BY_HOP::contains, CLOSE));
        relay.all(answers, client.getOutputStream());
    }

    private static long contentLength(MessageHead head) throws IOException {
        String length = head.first("content-length");
        if (length != null && !LENGTH.matcher(length).matches()) {
            throw new IOException("Not a length");
        }
        return length == null ? 0 : Long.parseLong(length);
    }

    private @Nullable Socket connect(ProxyTarget target, ProxyPass pass) throws IOException {
        try {
            for (InetAddress address : pass.dns().resolve(target.host())) {
                Socket server = connect(new InetSocketAddress(address, target.port()));
                if (server != null) {
                    return server;
                }
            }
            answer("502 No connection", "");
        } catch (ForbiddenAddressException e) {
            answer("403 Not a public address", "");
        } catch (UnknownHostException e) {
            answer("502 No such host", "");
        }
        return null;
    }

    private @Nullable Socket connect(InetSocketAddress address) {
        Socket server = new Socket();
        try {
            server.connect(address, (int) connectTimeout.toMillis());
            return server;
        } catch (IOException e) {
            LoopbackProxy.closeQuietly(server);
            return null;
        }
    }

    private void answer(String status, String fields) throws IOException {
        String text = "HTTP/1.1 " + status + "\r\n" + fields + CLOSE + "content-length: 0\r\n\r\n";
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
