package dev.clausewatch.runtime.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves names for outgoing HTTP and refuses addresses that are not public. It runs at connect time, so the address that was checked
 * is the address connected to, and a name that changes its answer in between gains nothing.
 */
public final class GuardedDns implements DnsResolver {

    private final boolean allowPrivate;

    /**
     * Makes a resolver.
     *
     * @param allowPrivate let private addresses through, for tests and intranets
     */
    public GuardedDns(boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        if (!allowPrivate) {
            for (InetAddress address : addresses) {
                if (!PublicAddresses.contains(address)) {
                    throw new ForbiddenAddressException(host, address);
                }
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }
}
