package dev.clausewatch.diff.change;

import dev.clausewatch.events.ChangeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A history in memory, optionally layered over another one, which is not modified. Not thread-safe. */
public final class InMemoryHistory implements History {

    private final @Nullable History earlier;
    private final List<KnownVersion> versions = new ArrayList<>();
    private final Map<String, SegmentedText> readings = new HashMap<>();

    /** A document without a past. */
    public InMemoryHistory() {
        this.earlier = null;
    }

    /** Layers new decisions over an existing history. */
    public InMemoryHistory(History earlier) {
        this.earlier = earlier;
    }

    /** Takes in what was decided. */
    public void add(ChangeDecision decision) {
        versions.add(decision.version());
        readings.put(decision.version().ref().snapshotId(), decision.reading());
    }

    /** The pending text was confirmed: versions from this sequence on are trusted. */
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
        return last(version -> true).or(() -> earlier(History::newest));
    }

    @Override
    public Optional<KnownVersion> newestTrusted() {
        return last(version -> version.trusted() && version.kind() != ChangeKind.SUSPECT)
                .or(() -> earlier(History::newestTrusted));
    }

    @Override
    public Optional<KnownVersion> newestWithText(String textHash) {
        return last(version -> version.ref().textHash().equals(textHash))
                .or(() -> earlier(history -> history.newestWithText(textHash)));
    }

    @Override
    public Optional<KnownVersion> newestWithFingerprint(String fingerprint) {
        return last(version -> version.fingerprint().equals(fingerprint))
                .or(() -> earlier(history -> history.newestWithFingerprint(fingerprint)));
    }

    @Override
    public List<String> announcements(String fingerprint) {
        Stream<String> before = earlier == null ? Stream.empty() : earlier.announcements(fingerprint).stream();
        Stream<String> now = versions.stream()
                .filter(version -> version.kind() == ChangeKind.SUBSTANTIVE)
                .filter(version -> version.fingerprint().equals(fingerprint))
                .map(KnownVersion::changeId);
        return Stream.concat(before, now).limit(MOST_ANNOUNCEMENTS).toList();
    }

    @Override
    public List<KnownVersion> after(long sequence) {
        Stream<KnownVersion> before = earlier == null ? Stream.empty() : earlier.after(sequence).stream();
        return Stream.concat(
                        before,
                        versions.stream().filter(version -> version.ref().sequence() > sequence))
                .toList();
    }

    @Override
    public SegmentedText reading(KnownVersion version) {
        SegmentedText reading = readings.get(version.ref().snapshotId());
        if (reading == null && earlier != null) {
            return earlier.reading(version);
        }
        if (reading == null) {
            throw new IllegalArgumentException(
                    "Unknown version " + version.ref().snapshotId());
        }
        return reading;
    }

    @Override
    public String text(KnownVersion version) {
        SegmentedText reading = readings.get(version.ref().snapshotId());
        return reading == null && earlier != null
                ? earlier.text(version)
                : reading(version).text();
    }

    private Optional<KnownVersion> earlier(Function<History, Optional<KnownVersion>> question) {
        return earlier == null ? Optional.empty() : question.apply(earlier);
    }

    private Optional<KnownVersion> last(Predicate<KnownVersion> test) {
        return versions.reversed().stream().filter(test).findFirst();
    }
}
