package dev.clausewatch.alert.subscription;

import dev.clausewatch.alert.destination.DestinationKind;
import java.net.URI;

/** A destination without its secrets, as a request names it. */
record DestinationAddress(DestinationKind kind, URI address) {}
