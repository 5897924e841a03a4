package dev.clausewatch.events;

import java.time.Instant;
import java.util.List;

/**
 * Which wording each provision of a version has. The words come with {@link WordingAdded}, once per document; what they mean with
 * {@link WordingAssessed}. Of a version that is segmented again, the list with the latest {@code segmentedAt} holds.
 *
 * @param document the document
 * @param version the version
 * @param segmenter what cut its text into provisions
 * @param segmentedAt when
 * @param provisions all of it, in order
 */
public record VersionSegmented(
        DocumentRef document,
        VersionRef version,
        ToolVersion segmenter,
        Instant segmentedAt,
        List<Provision> provisions)
        implements EventData {

    public VersionSegmented {
        Required.present(document, "document");
        Required.present(version, "version");
        Required.present(segmenter, "segmenter");
        Required.present(segmentedAt, "segmentedAt");
        provisions = Lists.copy(provisions);
    }

    /**
     * A provision of a version.
     *
     * @param id of {@link ProvisionRef#id}
     * @param wordingId of {@link Wording#id}
     */
    public record Provision(String id, String wordingId) {

        public Provision {
            Required.text(id, "id");
            Required.text(wordingId, "wordingId");
        }
    }

    @Override
    public String key() {
        return document.id();
    }
}
