package dev.clausewatch.alert.destination;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The mail server that takes our mails. Without a host there are no mails, and nobody can subscribe one. */
@ConfigMapping(prefix = "clausewatch.mail")
public interface MailConfig {

    /** How the connection is encrypted. */
    enum Security {
        /** It is not: for a server on this machine. */
        NONE,
        /** It becomes so before anything is said, or nothing is sent. */
        STARTTLS,
        /** It is so from the beginning. */
        TLS
    }

    /** Its name. */
    Optional<String> host();

    /** Its port: 587 for STARTTLS, 465 for TLS. */
    @WithDefault("587")
    int port();

    /** How the connection is encrypted. */
    @WithDefault("STARTTLS")
    Security security();

    /** Who we are there; nobody when absent. */
    Optional<String> user();

    /** What proves it. */
    Optional<String> password();

    /** The sender's address, whose domain also names our messages. */
    @WithDefault("clausewatch@localhost.localdomain")
    String from();

    /** How long one attempt may take; less than the lease of a delivery. */
    @WithDefault("12s")
    Duration timeout();

    /** How many mails to confirm an address it gets in a day at most. */
    @WithDefault("3")
    int confirmationsPerDay();
}
