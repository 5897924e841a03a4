package dev.clausewatch.diff.version;

import dev.clausewatch.diff.change.Differ;
import dev.clausewatch.diff.change.SegmentedText;
import dev.clausewatch.events.ToolVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The text of a version and how it was cut. */
@Entity
@Table(name = "version_text")
class StoredText {

    @Id
    @Column(name = "snapshot_id")
    String snapshotId;

    @Column(name = "text")
    String text;

    @Column(name = "segmenter_name")
    String segmenterName;

    @Column(name = "segmenter_version")
    String segmenterVersion;

    @Column(name = "provisions")
    byte[] provisions;

    static StoredText of(String snapshotId, SegmentedText reading) {
        StoredText stored = new StoredText();
        stored.snapshotId = snapshotId;
        stored.text = reading.text();
        stored.cut(reading);
        return stored;
    }

    void cut(SegmentedText reading) {
        segmenterName = reading.segmenter().name();
        segmenterVersion = reading.segmenter().version();
        provisions = ProvisionList.write(reading.provisions());
    }

    SegmentedText reading() {
        ToolVersion segmenter = new ToolVersion(segmenterName, segmenterVersion);
        boolean lines = segmenter.name().equals(Differ.coarseCut().name());
        return new SegmentedText(text, segmenter, ProvisionList.read(text, provisions, lines));
    }
}
