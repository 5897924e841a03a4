package dev.clausewatch.cli.doctor;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.SupportedVersionRange;
import org.jspecify.annotations.Nullable;

/** The version of Kafka that brokers run, by the newest format of metadata that all of them know. */
final class KafkaVersion {

    /** The feature that tells it. */
    static final String FEATURE = "metadata.version";

    /** From which level on it is which release; the level of the newest one that is known here may be that of a later one. */
    private static final NavigableMap<Integer, String> RELEASES =
            new TreeMap<>(Map.of(15, "3.7", 20, "3.8", 21, "3.9", 22, "4.0", 26, "4.1", 28, "4.2"));

    private static final int OLDEST = 22;

    private KafkaVersion() {}

    static String words(@Nullable SupportedVersionRange range) {
        if (range == null) {
            return "of a version that they do not tell";
        }
        Map.Entry<Integer, String> release = RELEASES.floorEntry((int) range.maxVersion());
        if (release == null) {
            return "older than Kafka " + RELEASES.firstEntry().getValue();
        }
        return "Kafka " + release.getValue() + (release.equals(RELEASES.lastEntry()) ? " or newer" : "");
    }

    static boolean isOld(@Nullable SupportedVersionRange range) {
        return range == null || range.maxVersion() < OLDEST;
    }
}
