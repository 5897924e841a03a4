package dev.clausewatch.gateway.feeds;

import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.gateway.changes.ChangeDetail;
import dev.clausewatch.gateway.changes.ChangeWords;
import dev.clausewatch.gateway.changes.Redline;
import dev.clausewatch.gateway.http.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a feed reader shows of a change: the summary and the redline, as HTML without style and script, at most so much of it. */
final class ChangeHtml {

    private static final int MOST_PROVISIONS = 20;
    private static final int MOST_CHARACTERS = 30_000;

    private final Markup html = new Markup();
    private int left = MOST_CHARACTERS;

    private ChangeHtml() {}

    /**
     * The change.
     *
     * @param note what a reader has to know first, such as that it takes an earlier one back; empty when there is nothing
     * @param address where the whole change is
     */
    static String of(ChangeDetail change, String note, String address) {
        return new ChangeHtml().write(change, note, address);
    }

    private String write(ChangeDetail change, String note, String address) {
        html.open("div");
        if (!note.isEmpty()) {
            html.open("p").element("strong", note).close();
        }
        ChangeDetail.Meaning meaning = change.meaning();
        html.element(
                "p", meaning == null || meaning.summary().isBlank() ? ChangeWords.headline(change) : meaning.summary());
        html.element("p", facts(change));
        int shown = 0;
        for (ChangeDetail.Provision provision : change.provisions()) {
            if (shown == MOST_PROVISIONS || left <= 0) {
                break;
            }
            provision(provision);
            shown++;
        }
        int more = change.provisions().size() - shown;
        html.open("p");
        if (more > 0) {
            html.text(more + (more == 1 ? " more provision: " : " more provisions: "));
        }
        html.element("a", "the whole change", "href", address).close();
        return html.close().write();
    }

    private static String facts(ChangeDetail change) {
        List<String> facts = new ArrayList<>();
        facts.add(change.document().platform() + ", " + change.document().termsType());
        facts.add(ChangeWords.label(change.kind()));
        ChangeDetail.Meaning meaning = change.meaning();
        if (meaning != null) {
            if (meaning.severity() != null) {
                facts.add(ChangeWords.label(meaning.severity()));
            }
            if (meaning.direction() != null) {
                facts.add(ChangeWords.label(meaning.direction()));
            }
            meaning.areas().forEach(area -> facts.add(meaning.titles().areas().getOrDefault(area, area)));
        }
        facts.add("first seen " + change.to().firstSeenAt() + (change.imported() ? " by the archive" : ""));
        return String.join(" · ", facts);
    }

    private void provision(ChangeDetail.Provision provision) {
        ProvisionText side = provision.after() == null ? provision.before() : provision.after();
        List<String> place = new ArrayList<>();
        if (side != null) {
            place.addAll(side.headingPath());
            String number = side.number();
            if (number != null) {
                place.add(number);
            }
        }
        place.add(provision.what().stream().map(ChangeWords::label).collect(Collectors.joining(", ")));
        html.element("h3", String.join(" / ", place));
        ChangeDetail.ProvisionMeaning meaning = provision.meaning();
        if (meaning != null && !meaning.sentence().isBlank()) {
            html.element("p", meaning.sentence());
        }
        html.open("p");
        for (Redline.Run run : MergedRedline.of(provision.redline())) {
            if (left <= 0) {
                html.text(" …");
                break;
            }
            run(run);
        }
        html.close();
    }

    private void run(Redline.Run run) {
        String words = run.text().substring(0, Math.min(left, run.text().length()));
        // Half of a surrogate pair is dropped by the markup.
        left -= words.length();
        if (run.deleted()) {
            html.element("del", words);
        } else if (run.inserted()) {
            html.element("ins", words);
        } else {
            html.text(words);
        }
    }
}
