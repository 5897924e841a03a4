package dev.clausewatch.alert.destination;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where messages over HTTP may go: webhooks, and posts to Slack and Teams, which are webhooks of theirs. */
@ConfigMapping(prefix = "clausewatch.webhooks")
public interface DestinationConfig {

    /** Where readers of an alert find the change: the public address of the api-gateway. */
    URI gatewayUrl();

    /** Whether subscriptions may have addresses without TLS. */
    @WithDefault("false")
    boolean allowHttp();

    /** Whether they may go to private addresses, without TLS too: for tests, demonstrations and intranets. */
    @WithDefault("false")
    boolean allowPrivateAddresses();

    /** How long one attempt may take, from looking up the name to the last byte read. */
    @WithDefault("15s")
    Duration timeout();

    /** How many connections are open at most; one for each attempt that may be made at once. */
    @WithDefault("320")
    int connections();

    /** How long the old secret signs along after a rotation. */
    @WithDefault("24h")
    Duration secretOverlap();
}
