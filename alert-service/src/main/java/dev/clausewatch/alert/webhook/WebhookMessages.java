package dev.clausewatch.alert.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clausewatch.alert.notice.GatewayLinks;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.SourceDegraded;
import dev.clausewatch.events.SourceRecovered;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Writes the bodies of webhooks: {@code {type, timestamp, data}} in less than 20 kB. The same input gives the same bytes. The data
 * of an alert is cut to fit, and says so; the address in it leads to everything.
 */
public final class WebhookMessages {

    /** No body is as long as this, in bytes. */
    public static final int LIMIT = 20_000;

    private static final ObjectMapper JSON = EventCodec.mapper()
            .setDefaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS));

    private final GatewayLinks links;

    /** Messages that lead to pages below an address. */
    public WebhookMessages(URI gatewayUrl) {
        this.links = new GatewayLinks(gatewayUrl);
    }

    /** {@code change.alerted}: what changed and what it means. */
    public String alert(ChangeClassified classified) {
        return text(AlertData.fitting(
                classified,
                links.change(classified.change().changeId()),
                data -> json("change.alerted", classified.classification().classifiedAt(), data),
                LIMIT));
    }

    /**
     * {@code change.retracted}: a change that was told is gone.
     *
     * @param retractedChangeId the change that was told
     * @param alertId the {@code webhook-id} it was told with
     * @param by the change that undid it
     */
    public String retraction(String retractedChangeId, String alertId, ChangeClassified by) {
        return text(json(
                "change.retracted",
                by.classification().classifiedAt(),
                RetractionData.of(
                        retractedChangeId,
                        links.change(retractedChangeId),
                        alertId,
                        by,
                        links.change(by.change().changeId()))));
    }

    /**
     * {@code change.reinstated}: a change that was told and retracted holds after all.
     *
     * @param changeId the change
     * @param alertId the {@code webhook-id} it was told with
     * @param by the change that brought its text back
     */
    public String reinstatement(String changeId, String alertId, ChangeClassified by) {
        return text(json(
                "change.reinstated",
                by.classification().classifiedAt(),
                ReinstatementData.of(
                        changeId,
                        links.change(changeId),
                        alertId,
                        by,
                        links.change(by.change().changeId()))));
    }

    /** {@code webhook.test}: shows a subscriber that the address and the secret work. */
    public String test(String subscriptionId, String subscriptionName, Instant now) {
        return text(json("webhook.test", now, new TestData(subscriptionId, subscriptionName)));
    }

    /** {@code source.degraded}: a document cannot be read any more. */
    public String degraded(Instant at, SourceDegraded degraded) {
        return text(json(
                EventType.SOURCE_DEGRADED.shortName(),
                at,
                SourceData.of(degraded, links.documents(degraded.document()))));
    }

    /** {@code source.recovered}: it can be read again. */
    public String recovered(Instant at, SourceRecovered recovered) {
        return text(json(
                EventType.SOURCE_RECOVERED.shortName(),
                at,
                SourceData.of(recovered, links.documents(recovered.document()))));
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    static byte[] json(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Cannot write " + value.getClass().getSimpleName(), e);
        }
    }

    private static byte[] json(String type, Instant timestamp, Object data) {
        return json(new Envelope(type, timestamp, data));
    }

    private record Envelope(String type, Instant timestamp, Object data) {}

    private record TestData(String subscriptionId, String subscriptionName) {}
}
