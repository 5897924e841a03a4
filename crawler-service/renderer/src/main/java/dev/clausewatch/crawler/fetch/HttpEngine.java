package dev.clausewatch.crawler.fetch;

import dev.clausewatch.runtime.net.GuardedDns;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** The HTTP client as we want it: nothing followed, retried, decompressed, remembered or resolved behind our back. */
final class HttpEngine {

    /** Browsers and servers allow 8 to 256 KiB for a head; more is no page's. */
    private static final Http1Config HEAD = Http1Config.custom()
            .setMaxHeaderCount(200)
            .setMaxLineLength(16 * 1024)
            .build();

    private static final Pattern CONTACT =
            Pattern.compile("https?://[^\\s/)]+\\.[^\\s)]|[^\\s@<(]@[^\\s@]+\\.[a-zA-Z]{2}");

    private HttpEngine() {}

    static CloseableHttpClient client(FetchSettings settings, GuardedDns names) {
        String userAgent = withContact(settings.userAgent());
        Timeout silence = timeout(settings.deadline());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(HEAD)
                        .build())
                .setMaxConnPerRoute(settings.connectionsPerHost())
                .setMaxConnTotal(200)
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(silence).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(settings.connectTimeout()))
                        .setSocketTimeout(silence)
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(silence)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent(userAgent)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .evictIdleConnections(TimeValue.ofSeconds(30))
                .build();
    }

    static void close(CloseableHttpClient client) {
        try {
            client.close();
        } catch (IOException e) {
            // The process ends; there is nothing left to save.
            return;
        }
    }

    private static String withContact(String userAgent) {
        if (!CONTACT.matcher(userAgent).find()) {
            throw new IllegalArgumentException(
                    "clausewatch.fetch.user-agent is \"%s\", which names nobody to write to; add a URL or an e-mail address."
                            .formatted(userAgent));
        }
        return userAgent;
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.ofMilliseconds(duration.toMillis());
    }
}
