package dev.clausewatch.alert.notice;

import dev.clausewatch.events.DocumentRef;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Addresses of the gateway's pages, for messages. */
public final class GatewayLinks {

    private static final Pattern TRAILING_SLASHES = Pattern.compile("(?<!/)/++$");

    private final String gateway;

    /** Below the gateway's public address. */
    public GatewayLinks(URI gatewayUrl) {
        this.gateway = TRAILING_SLASHES.matcher(gatewayUrl.toString()).replaceFirst("");
    }

    /** A change, with all of it. */
    public String change(String changeId) {
        return gateway + "/changes/" + changeId;
    }

    /** The documents of a document's platform, with the health of their sources. */
    public String documents(DocumentRef document) {
        return gateway + "/documents?platform=" + URLEncoder.encode(document.platform(), StandardCharsets.UTF_8);
    }

    /** The first page. */
    public String home() {
        return gateway + "/";
    }
}
