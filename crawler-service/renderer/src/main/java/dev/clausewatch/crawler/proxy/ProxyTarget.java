package dev.clausewatch.crawler.proxy;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a request of a browser goes.
 *
 * @param host a name, or an address without brackets
 * @param authority host and port as they came
 * @param requestLine for the server itself
 * @param tunnel whether bytes are passed on as they are
 */
record ProxyTarget(String host, int port, String authority, String requestLine, boolean tunnel) {

    private static final Pattern QUERY = Pattern.compile("[?#]");

    static @Nullable ProxyTarget of(String startLine) {
        String[] parts = startLine.split(" ", -1);
        if (parts.length != 3 || !parts[2].equals("HTTP/1.1")) {
            return null;
        }
        boolean tunnel = parts[0].equals("CONNECT");
        try {
            URI url = new URI(tunnel ? "https://" + parts[1] : upToQuery(parts[1]));
            if (url.getHost() == null || url.getUserInfo() != null || (!tunnel && !"http".equals(url.getScheme()))) {
                return null;
            }
            int port = url.getPort() == -1 ? (tunnel ? 443 : 80) : url.getPort();
            String path = parts[1].substring(parts[1].indexOf(url.getRawAuthority())
                    + url.getRawAuthority().length());
            String line = parts[0] + " " + (path.startsWith("/") ? path : "/" + path) + " HTTP/1.1";
            return new ProxyTarget(bare(url.getHost()), port, url.getRawAuthority(), line, tunnel);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Browsers leave characters in paths and queries that java.net.URI refuses; the authority is all that is needed. */
    private static String upToQuery(String url) {
        int authority = url.indexOf("//");
        int path = authority < 0 ? -1 : url.indexOf('/', authority + 2);
        return path < 0 ? QUERY.split(url, 2)[0] : url.substring(0, path);
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
