package dev.clausewatch.runtime.net;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A name leads to an address that is not public. */
public final class ForbiddenAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1;

    ForbiddenAddressException(String host, InetAddress address) {
        super(host + " leads to " + address.getHostAddress() + ", which is not a public address");
    }
}
