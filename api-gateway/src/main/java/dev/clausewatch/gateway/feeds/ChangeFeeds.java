package dev.clausewatch.gateway.feeds;

import dev.clausewatch.events.Ids;
import dev.clausewatch.gateway.changes.ChangeDetail;
import dev.clausewatch.gateway.changes.ChangeParameters;
import dev.clausewatch.gateway.changes.ChangeSummary;
import dev.clausewatch.gateway.changes.Changes;
import dev.clausewatch.gateway.citations.Citations;
import dev.clausewatch.gateway.http.ItemPage;
import dev.clausewatch.runtime.http.Parameters;
import dev.clausewatch.runtime.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers with a list of changes as a feed. */
@ApplicationScoped
class ChangeFeeds {

    static final String TYPE = "application/atom+xml";

    static final String TOKEN = "A feed token, in place of a key";

    static final String DESCRIPTION =
            "Atom (RFC 4287) in parts (RFC 5005: follow next), with the redline as content. A return that took back what"
                    + " was told is an entry that says so. Readers that cannot send headers put a feed token into the"
                    + " address: see POST /api/v1/feed-tokens. Answers have an ETag; If-None-Match is answered with 304.";

    private static final String CURSOR = "cursor";

    private final Changes changes;
    private final Citations citations;

    ChangeFeeds(Changes changes, Citations citations) {
        this.changes = changes;
        this.citations = citations;
    }

    Response respond(ChangeParameters given, UriInfo address, Request request) {
        ItemPage<ChangeSummary> page = changes.listWithReturns(given);
        List<ChangeFeed.Entry> entries = page.items().stream()
                .map(ChangeSummary::id)
                .flatMap(id -> changes.find(id).stream())
                .map(change -> ChangeFeed.Entry.of(change, undone(change)))
                .toList();
        Map<String, String> filter = filter(given);
        byte[] feed = new ChangeFeed(citations)
                .write(
                        new ChangeFeed.Head(
                                query(filter),
                                title(filter),
                                part(address, given.cursor),
                                part(address, null),
                                page.next() == null ? null : part(address, page.next()),
                                "/" + (filter.isEmpty() ? "" : "?" + query(filter))),
                        entries);
        EntityTag tag = new EntityTag(Ids.sha256(new String(feed, StandardCharsets.UTF_8)));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null
                        ? Response.ok(feed).type(TYPE + ";charset=UTF-8").tag(tag)
                        : unchanged)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    private List<ChangeSummary> undone(ChangeDetail change) {
        return change.reverts().isEmpty() ? List.of() : changes.these(change.reverts());
    }

    /** What is asked for, in an order of its own, so that the same filter is the same feed. */
    private static Map<String, String> filter(ChangeParameters given) {
        Map<String, String> filter = new TreeMap<>();
        add(filter, "platform", given.platform);
        add(filter, "document", given.document);
        add(filter, "termsType", given.termsType);
        add(filter, "area", given.area);
        add(filter, "type", given.type);
        add(filter, "severity", given.severity);
        add(filter, "kind", given.kind);
        add(filter, "alert", given.alert);
        add(filter, "since", given.since);
        add(filter, "until", given.until);
        return filter;
    }

    private static void add(Map<String, String> filter, String name, @Nullable String value) {
        String text = Parameters.text(value);
        if (text != null) {
            filter.put(name, text);
        }
    }

    private static String query(Map<String, String> filter) {
        return filter.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String title(Map<String, String> filter) {
        return filter.isEmpty()
                ? "Changes of terms"
                : filter.entrySet().stream()
                        .map(one -> one.getKey() + " " + one.getValue())
                        .collect(Collectors.joining(", ", "Changes of terms: ", ""));
    }

    private String part(UriInfo address, @Nullable String cursor) {
        URI part = address.getRequestUriBuilder()
                .replaceQueryParam(CURSOR, cursor == null ? new Object[0] : new Object[] {cursor})
                .build();
        return citations.address(part.getRawPath() + (part.getRawQuery() == null ? "" : "?" + part.getRawQuery()));
    }

    /** What the address names; a parameter that names it again could say something else. */
    static String ofAddress(String parameter, String named, @Nullable String given) {
        if (given != null) {
            throw Problem.parameter(
                    parameter, given, "the address names it already; leave the parameter out", List.of());
        }
        return named;
    }
}
