package dev.clausewatch.alert.ledger;

import dev.clausewatch.alert.destination.DestinationKind;
import dev.clausewatch.alert.destination.Rendering;
import dev.clausewatch.alert.notice.Notice;
import dev.clausewatch.alert.notice.Renderer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Queues notices in the caller's transaction: one message for each way of writing a notice, one delivery for each recipient. What is there
 * already stays as it is.
 */
@ApplicationScoped
public class Outbox {

    private final Messages messages;
    private final DeliveryRepository deliveries;
    private final Map<DestinationKind, Renderer> renderers;

    Outbox(Messages messages, DeliveryRepository deliveries, Instance<Renderer> renderers) {
        this.messages = messages;
        this.deliveries = deliveries;
        this.renderers = renderers.stream().collect(Collectors.toMap(Renderer::kind, Function.identity()));
    }

    /**
     * Who gets a notice.
     *
     * @param deliveryId derived, so that the same delivery is queued once
     * @param subscriptionId whom
     * @param rendering how it is written
     * @param dueIn how long it waits before it may be sent; absent while its subscription is paused
     */
    public record Recipient(
            String deliveryId,
            String subscriptionId,
            Rendering rendering,
            @Nullable Duration dueIn) {}

    /**
     * Queues a notice.
     *
     * @param told id of what it tells; recipients of one rendering share a message by it
     * @param changeId of what; absent for what is about no change
     */
    public void queue(
            Notice notice,
            String told,
            @Nullable String changeId,
            MessagePurpose purpose,
            List<Recipient> recipients,
            Instant now) {
        Set<Rendering> written = new HashSet<>();
        for (Recipient recipient : recipients) {
            Rendering rendering = recipient.rendering();
            if (written.add(rendering)) {
                messages.add(
                        rendering.messageId(told),
                        new Messages.Message(render(notice, rendering), notice.document(), notice.headline()),
                        now);
            }
        }
        if (!recipients.isEmpty()) {
            deliveries.queue(
                    recipients.stream()
                            .map(recipient -> new NewDelivery(
                                    recipient.deliveryId(),
                                    recipient.subscriptionId(),
                                    recipient.rendering().messageId(told),
                                    changeId,
                                    purpose,
                                    recipient.dueIn()))
                            .toList(),
                    now);
        }
    }

    private String render(Notice notice, Rendering rendering) {
        Renderer renderer = renderers.get(rendering.kind());
        if (renderer == null) {
            throw new IllegalStateException("Nothing renders for " + rendering.kind());
        }
        return renderer.render(notice, rendering);
    }
}
