package dev.clausewatch.runtime.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves names for outgoing HTTP and refuses addresses that are not public. The check runs at connect time on the address that is
 * connected to, so DNS rebinding does not get around it.
 */
public final class GuardedDns implements DnsResolver {

    private final Predicate<InetAddress> allowed;
    private final DnsResolver names;

    /**
     * Makes a resolver.
     *
     * @param allowPrivate let private addresses through, for tests and intranets
     */
    public GuardedDns(boolean allowPrivate) {
        this(allowPrivate ? address -> true : PublicAddresses::contains, SystemDefaultDnsResolver.INSTANCE);
    }

    /**
     * Makes a resolver over another.
     *
     * @param allowed which addresses may be connected to
     * @param names answers what addresses a name has
     */
    public GuardedDns(Predicate<InetAddress> allowed, DnsResolver names) {
        this.allowed = allowed;
        this.names = names;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        for (InetAddress address : addresses) {
            if (!allowed.test(address)) {
                throw new ForbiddenAddressException(host, address);
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }
}
