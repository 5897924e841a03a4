package dev.clausewatch.gateway.feeds;

import dev.clausewatch.gateway.changes.ChangeDetail;
import dev.clausewatch.gateway.changes.ChangeSummary;
import dev.clausewatch.gateway.changes.ChangeWords;
import dev.clausewatch.gateway.citations.Citations;
import dev.clausewatch.gateway.http.Markup;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes changes as an Atom feed (RFC 4287), a part of a paged one (RFC 5005). Ids are made of what they name only: they are the same on
 * every host and whenever they are written. A return that took back what was told is an entry that says so and names the entries it undoes
 * (RFC 4685).
 */
final class ChangeFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String THREAD = "http://purl.org/syndication/thread/1.0";
    private static final String HTML = "text/html";
    private static final String JSON = "application/json";

    private final Markup feed = new Markup();
    private final Citations citations;

    ChangeFeed(Citations citations) {
        this.citations = citations;
    }

    /**
     * What a feed says of itself.
     *
     * @param subject what it is of, such as its filter: two feeds with the same one are the same
     * @param title for people
     * @param self where this part is
     * @param first where the first part is
     * @param next where the next part is; null for the last one
     * @param page where people read the same
     */
    record Head(
            String subject,
            String title,
            String self,
            String first,
            @Nullable String next,
            String page) {}

    /**
     * A change with those that it undoes.
     *
     * @param change without its provisions: a feed of whole changes would be hundreds of megabytes
     * @param undone that are known; empty for all but returns
     * @param content as HTML
     */
    record Entry(ChangeDetail change, List<ChangeSummary> undone, String content) {

        static Entry of(ChangeDetail change, List<ChangeSummary> undone) {
            String note = retracts(change)
                    ? "Retraction: the document has its earlier text again. What was told of it before holds no longer."
                    : "";
            return new Entry(
                    change.withoutProvisions(),
                    undone,
                    ChangeHtml.of(change, note, change.citation().address()));
        }

        /** When something was last said of it. */
        Instant updated() {
            ChangeDetail.Meaning meaning = change.meaning();
            ChangeDetail.Settled settled = change.settled();
            return Stream.of(
                            change.detectedAt(),
                            meaning == null ? null : meaning.classifiedAt(),
                            settled == null ? null : settled.at())
                    .filter(Objects::nonNull)
                    .max(Instant::compareTo)
                    .orElseThrow();
        }

        /** Whether it takes back what subscribers were told. What was imported was never told; what waits, or was withdrawn, takes nothing back. */
        boolean retracts() {
            return retracts(change);
        }

        private static boolean retracts(ChangeDetail change) {
            ChangeDetail.Settled settled = change.settled();
            boolean stands = settled == null
                    ? !change.settlement().equals("PENDING")
                    : settled.as().equals("CONFIRMED");
            return stands && !change.reverts().isEmpty() && !change.imported();
        }

        String title() {
            if (retracts()) {
                String first = undone.stream()
                        .map(ChangeSummary::headline)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("a change of " + change.document().platform() + ", "
                                + change.document().termsType());
                int others = change.reverts().size() - 1;
                return "Retraction: " + first + (others == 0 ? "" : " (and " + others + " more)");
            }
            ChangeDetail.Settled settled = change.settled();
            String headline = ChangeWords.headline(change);
            return settled == null || settled.as().equals("CONFIRMED")
                    ? headline
                    : ChangeWords.label(settled.as()) + ": " + headline;
        }
    }

    /** The feed as XML. */
    byte[] write(Head head, List<Entry> entries) {
        feed.declaration().open("feed", "xmlns", ATOM, "xmlns:thr", THREAD, "xml:lang", "en");
        feed.element("id", id("feed", head.subject())).element("title", head.title());
        feed.element(
                "updated",
                entries.stream()
                        .map(Entry::updated)
                        .max(Instant::compareTo)
                        .orElse(Instant.EPOCH)
                        .toString());
        link("self", ChangeFeeds.TYPE, head.self());
        link("first", ChangeFeeds.TYPE, head.first());
        if (head.next() != null) {
            link("next", ChangeFeeds.TYPE, head.next());
        }
        link("alternate", HTML, citations.address(head.page()));
        feed.open("author").element("name", "Clausewatch").close();
        feed.element("generator", "Clausewatch");
        entries.forEach(this::entry);
        return feed.close().write().getBytes(StandardCharsets.UTF_8);
    }

    private void entry(Entry entry) {
        ChangeDetail change = entry.change();
        String page = change.citation().address();
        feed.open("entry");
        feed.element("id", id("change", change.id())).element("title", entry.title());
        feed.element("published", change.detectedAt().toString());
        feed.element("updated", entry.updated().toString());
        link("alternate", HTML, page);
        link("alternate", JSON, citations.address("/api/v1/changes/" + change.id()));
        if (entry.retracts()) {
            change.reverts()
                    .forEach(gone -> feed.empty(
                            "thr:in-reply-to",
                            "ref",
                            id("change", gone),
                            "type",
                            HTML,
                            "href",
                            citations.address("/changes/" + gone)));
        }
        categories(change, entry.retracts());
        ChangeDetail.Meaning meaning = change.meaning();
        if (meaning != null && !meaning.summary().isBlank()) {
            feed.element("summary", meaning.summary());
        }
        feed.element("content", entry.content(), "type", "html");
        feed.close();
    }

    private void categories(ChangeDetail change, boolean retracts) {
        category("kind", change.kind(), ChangeWords.label(change.kind()));
        if (retracts) {
            category("purpose", "RETRACTION", "Retraction");
        }
        ChangeDetail.Meaning meaning = change.meaning();
        if (meaning == null) {
            return;
        }
        String severity = meaning.severity();
        if (severity != null) {
            category("severity", severity, ChangeWords.label(severity));
        }
        Map<String, String> areas = meaning.titles().areas();
        meaning.areas().forEach(area -> category("area", area, areas.getOrDefault(area, area)));
        Map<String, String> types = meaning.titles().types();
        meaning.types().forEach(type -> category("type", type, types.getOrDefault(type, type)));
    }

    private void category(String scheme, String term, String label) {
        feed.empty("category", "term", term, "scheme", "urn:clausewatch:" + scheme, "label", label);
    }

    private void link(String rel, String type, String address) {
        feed.empty("link", "rel", rel, "type", type, "href", address);
    }

    private static String id(String kind, String name) {
        return "urn:uuid:"
                + UUID.nameUUIDFromBytes(("clausewatch:" + kind + ":" + name).getBytes(StandardCharsets.UTF_8));
    }
}
