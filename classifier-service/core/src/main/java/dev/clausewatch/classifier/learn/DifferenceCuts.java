package dev.clausewatch.classifier.learn;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * From where on the encoder's word on a difference counts, as {@code model/differences.yaml} holds it; fitted on services that no model
 * learned from.
 *
 * @param encoderId the encoder whose scores it was fitted on
 * @param editorial a change is editorial where that is more than so much likelier than material, in logits of both models together
 * @param lead how much likelier worse must be than better, or the other way round, to be said; 0 to 1
 */
@JsonPropertyOrder({"encoderId", "editorial", "lead"})
public record DifferenceCuts(String encoderId, double editorial, double lead) {}
