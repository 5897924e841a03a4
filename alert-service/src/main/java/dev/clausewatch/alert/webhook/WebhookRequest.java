package dev.clausewatch.alert.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * One attempt to post a webhook.
 *
 * @param id the same for every attempt: receivers drop what they have
 * @param url where to
 * @param body as stored
 * @param at the time of the attempt, which is signed
 * @param secrets the valid ones, newest first
 */
public record WebhookRequest(String id, URI url, String body, Instant at, List<WebhookSecret> secrets) {

    public WebhookRequest {
        secrets = List.copyOf(secrets);
    }
}
