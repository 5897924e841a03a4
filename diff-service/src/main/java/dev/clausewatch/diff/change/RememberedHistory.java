package dev.clausewatch.diff.change;

import dev.clausewatch.events.ChangeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A history in memory, for evaluations and tests. Not thread-safe. */
public final class RememberedHistory implements History {

    private final List<KnownVersion> versions = new ArrayList<>();
    private final Map<String, Reading> readings = new HashMap<>();

    /** Takes in what was decided. */
    public void add(ChangeDecision decision) {
        versions.add(decision.version());
        readings.put(decision.version().ref().snapshotId(), decision.reading());
    }

    /** The text that waited has stood: everything from this sequence on is trusted. */
    public void trustFrom(long sequence) {
        versions.replaceAll(version -> version.ref().sequence() < sequence
                ? version
                : new KnownVersion(
                        version.ref(),
                        version.changeId(),
                        version.kind(),
                        version.origin(),
                        version.fingerprint(),
                        true));
    }

    @Override
    public Optional<KnownVersion> newest() {
        return last(version -> true);
    }

    @Override
    public Optional<KnownVersion> newestTrusted() {
        return last(version -> version.trusted() && version.kind() != ChangeKind.SUSPECT);
    }

    @Override
    public Optional<KnownVersion> newestWithText(String textHash) {
        return last(version -> version.ref().textHash().equals(textHash));
    }

    @Override
    public Optional<KnownVersion> newestWithFingerprint(String fingerprint) {
        return last(version -> version.fingerprint().equals(fingerprint));
    }

    @Override
    public List<String> announcements(String fingerprint) {
        return versions.stream()
                .filter(version -> version.kind() == ChangeKind.SUBSTANTIVE)
                .filter(version -> version.fingerprint().equals(fingerprint))
                .map(KnownVersion::changeId)
                .limit(MOST_ANNOUNCEMENTS)
                .toList();
    }

    @Override
    public List<KnownVersion> after(long sequence) {
        return versions.stream()
                .filter(version -> version.ref().sequence() > sequence)
                .toList();
    }

    @Override
    public Reading reading(KnownVersion version) {
        Reading reading = readings.get(version.ref().snapshotId());
        if (reading == null) {
            throw new IllegalArgumentException(
                    "Unknown version " + version.ref().snapshotId());
        }
        return reading;
    }

    private Optional<KnownVersion> last(Predicate<KnownVersion> test) {
        return versions.reversed().stream().filter(test).findFirst();
    }
}
