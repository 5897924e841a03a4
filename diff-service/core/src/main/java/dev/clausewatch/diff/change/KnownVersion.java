package dev.clausewatch.diff.change;

import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.VersionRef;

/**
 * An earlier version of a document, without its text.
 *
 * @param ref which
 * @param changeId the change that led to it
 * @param kind of that change
 * @param origin of its snapshot
 * @param fingerprint {@link Fingerprint#of} its provisions: equal for versions that differ only cosmetically
 * @param trusted whether this counts as a text of the document; false while a suspect or flapping change is pending
 */
public record KnownVersion(
        VersionRef ref, String changeId, ChangeKind kind, Origin origin, String fingerprint, boolean trusted) {}
