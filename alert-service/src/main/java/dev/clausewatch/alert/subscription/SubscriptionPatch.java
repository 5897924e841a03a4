package dev.clausewatch.alert.subscription;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clausewatch.filter.FilterFields;
import dev.clausewatch.runtime.http.MergePatch;
import dev.clausewatch.runtime.http.Problem;
import dev.clausewatch.runtime.http.Violation;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Applies a JSON Merge Patch (RFC 7396) to a subscription: absent members stay, null removes a member, objects are merged, lists are
 * replaced.
 */
final class SubscriptionPatch {

    private static final List<String> MEMBERS = members(SubscriptionRequest.class);
    private static final List<String> DESTINATION = members(SubscriptionRequest.Destination.class);
    private static final List<String> FILTER = members(FilterFields.class);

    private final ObjectMapper json;

    SubscriptionPatch(ObjectMapper json) {
        this.json = json;
    }

    /** What the subscription is asked to be after the patch. */
    SubscriptionRequest apply(JsonNode patch, Subscription before) {
        if (!patch.isObject()) {
            throw SubscriptionProblems.invalid(
                    List.of(new Violation("", "the body is no JSON object", "send a JSON object")));
        }
        List<Violation> unknown = new ArrayList<>(unknown("", patch, MEMBERS));
        unknown.addAll(unknown("filter.", patch.path("filter"), FILTER));
        unknown.addAll(unknown("destination.", patch.path("destination"), DESTINATION));
        if (!unknown.isEmpty()) {
            throw SubscriptionProblems.invalid(unknown);
        }
        ObjectNode target = json.valueToTree(SubscriptionView.whole(before));
        target.retain("name", "url", "destination", "filter", "events");
        try {
            return json.treeToValue(MergePatch.merged(target, patch), SubscriptionRequest.class);
        } catch (JsonMappingException e) {
            throw SubscriptionProblems.invalid(List.of(
                    new Violation(field(e), "has a value of another type", "send it as the answer of GET shows it")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is JSON already cannot be malformed", e);
        }
    }

    private static List<Violation> unknown(String path, JsonNode members, List<String> known) {
        return members.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !known.contains(name))
                .map(name -> new Violation(
                        path + Problem.shown(name),
                        "cannot be set",
                        "leave it out; one of " + String.join(", ", known)))
                .toList();
    }

    private static List<String> members(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private static String field(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .substring(1);
    }
}
