package dev.clausewatch.alert.subscription;

import dev.clausewatch.runtime.net.PublicAddresses;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Validates the text of a webhook address. The host name is not resolved here; its IP address is checked at every send, since it may
 * change.
 */
final class WebhookAddress {

    private static final int LENGTH = 2000;
    private static final String EXAMPLE = "send an address such as https://example.com/hooks/clausewatch";

    /** What a resolver would take for an IPv4 address without asking anybody, octal, hexadecimal and short forms included. */
    private static final Pattern IP_V4 =
            Pattern.compile("(0[xX][0-9a-fA-F]*|[0-9]+)(\\.(0[xX][0-9a-fA-F]*|[0-9]+)){0,3}");

    private final boolean allowHttp;
    private final boolean allowPrivate;

    WebhookAddress(boolean allowHttp, boolean allowPrivate) {
        // Inside an intranet certificates are rare.
        this.allowHttp = allowHttp || allowPrivate;
        this.allowPrivate = allowPrivate;
    }

    /** What an address is worth. */
    sealed interface AddressCheck {}

    /** It can be used. */
    record Good(URI url) implements AddressCheck {}

    /** It cannot be used. */
    record Bad(String reason, String remedy) implements AddressCheck {}

    AddressCheck judge(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new Bad("is missing or blank", EXAMPLE);
        }
        if (text.length() > LENGTH) {
            return new Bad("is longer than " + LENGTH + " characters", EXAMPLE);
        }
        try {
            return judge(new URI(text.strip()));
        } catch (URISyntaxException e) {
            return new Bad("is no address: " + e.getReason(), EXAMPLE);
        }
    }

    private AddressCheck judge(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        String host = url.getHost();
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return new Bad("is not an http or https address", EXAMPLE);
        }
        if (scheme.equals("http") && !allowHttp) {
            return new Bad("is not encrypted", "use https, or allow http with CLAUSEWATCH_WEBHOOKS_ALLOW_HTTP=true");
        }
        if (host == null || host.isEmpty() || url.getPort() > 65_535) {
            return new Bad("has no valid host or port", EXAMPLE);
        }
        if (url.getRawUserInfo() != null) {
            return new Bad("has a user name or password in it", "leave it out; the signature tells that it is us");
        }
        if (url.getRawFragment() != null) {
            return new Bad("has a fragment", "leave out what follows the #");
        }
        if (!allowPrivate && isPrivate(host)) {
            return new Bad(
                    "leads to an address that is not public",
                    "use a public address, or allow private ones with CLAUSEWATCH_WEBHOOKS_ALLOW_PRIVATE_ADDRESSES=true");
        }
        return new Good(url);
    }

    private static boolean isPrivate(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        String name = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            return true;
        }
        boolean literal = name.startsWith("[") || IP_V4.matcher(name).matches();
        if (!literal) {
            return false;
        }
        try {
            return !PublicAddresses.contains(InetAddress.getByName(name));
        } catch (UnknownHostException e) {
            // Unusual forms of an address that Java refuses: other resolvers may not.
            return true;
        }
    }
}
