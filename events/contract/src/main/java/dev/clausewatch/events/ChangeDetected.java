package dev.clausewatch.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document has a new version: what kind of change it is and which provisions it touched.
 * In JSON the fields of {@code @JsonUnwrapped} components stand at the top level; lists are not put into such components, because
 * Jackson buffers those. Their names begin with {@code #}, which no field does: under its own name Jackson would read a component too.
 *
 * @param document the document
 * @param changeId {@link Ids#change}
 * @param from the version before; absent for a baseline
 * @param to the new version
 * @param verdict what kind of change it is, and whether subscribers may be told
 * @param provenance where it comes from
 * @param statedDates the dates that the new version states about itself, in order; {@code to.firstSeenAt} is when we first saw it
 * @param provisions the whole new version, in order
 * @param touched the provisions that differ, in the order of the new version, removed ones where they stood
 */
public record ChangeDetected(
        DocumentRef document,
        String changeId,
        @Nullable VersionRef from,
        VersionRef to,
        @JsonUnwrapped @JsonProperty("#verdict") ChangeVerdict verdict,
        @JsonUnwrapped @JsonProperty("#provenance") ChangeProvenance provenance,
        List<StatedDate> statedDates,
        List<ProvisionRef> provisions,
        List<TouchedProvision> touched)
        implements EventData {

    public ChangeDetected {
        Required.present(document, "document");
        Required.text(changeId, "changeId");
        Required.present(to, "to");
        Required.present(verdict, "verdict");
        Required.present(provenance, "provenance");
        statedDates = Lists.copy(statedDates);
        provisions = Lists.copy(provisions);
        touched = Lists.copy(touched);
    }

    /** The same change, judged otherwise. */
    public ChangeDetected withVerdict(ChangeVerdict other) {
        return new ChangeDetected(document, changeId, from, to, other, provenance, statedDates, provisions, touched);
    }

    /** The same change with other words for the provisions of the new version. */
    public ChangeDetected withProvisions(List<ProvisionRef> others) {
        return new ChangeDetected(document, changeId, from, to, verdict, provenance, statedDates, others, touched);
    }

    /** The same change with other words for the provisions that it touched. */
    public ChangeDetected withTouched(List<TouchedProvision> others) {
        return new ChangeDetected(document, changeId, from, to, verdict, provenance, statedDates, provisions, others);
    }

    @Override
    public String key() {
        return document.id();
    }
}
