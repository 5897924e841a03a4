package dev.clausewatch.gateway.feeds;

import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.StatedDate;
import dev.clausewatch.gateway.changes.ChangeDetail;
import dev.clausewatch.gateway.changes.ChangeWords;
import dev.clausewatch.gateway.changes.Redline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A change as Markdown, for notes, issues and mails. What went stands in {@code <del>}, what came in {@code <ins>}, which Markdown shows as
 * struck out and underlined. Whatever the texts hold stands as words.
 */
public final class ChangeMarkdown {

    private static final String MARKS = "\\`*_[]<>&~|";
    private static final String AT_THE_START = "#-+=";
    private static final String BLOCK = "\n\n";

    private ChangeMarkdown() {}

    /** The change, whole. */
    public static String of(ChangeDetail change) {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(words(ChangeWords.headline(change))).append(BLOCK);
        ChangeDetail.Meaning meaning = change.meaning();
        if (meaning != null && meaning.headline() != null && !meaning.summary().isBlank()) {
            text.append(line(meaning.summary())).append(BLOCK);
        }
        facts(change).forEach(fact -> text.append("- ").append(fact).append('\n'));
        text.append("\n## Provisions\n\n");
        for (ChangeDetail.Provision provision : change.provisions()) {
            provision(provision, text);
        }
        return text.append("Cite as: ")
                .append(words(change.citation().citeAs()))
                .append('\n')
                .toString();
    }

    private static List<String> facts(ChangeDetail change) {
        List<String> facts = new ArrayList<>();
        facts.add("Document: " + words(change.document().platform()) + ", "
                + words(change.document().termsType()));
        facts.add("Kind: " + words(ChangeWords.label(change.kind())));
        facts.add("Text first seen: " + change.to().firstSeenAt() + (change.imported() ? ", by the archive" : ""));
        facts.add("Versions: "
                + (change.from() == null ? "" : change.from().sequence() + " to ")
                + change.to().sequence());
        if (!change.statedDates().isEmpty()) {
            facts.add("Says of itself: "
                    + change.statedDates().stream()
                            .map(ChangeMarkdown::stated)
                            .distinct()
                            .collect(Collectors.joining(", ")));
        }
        ChangeDetail.Meaning meaning = change.meaning();
        if (meaning != null) {
            add(facts, "Severity", meaning.severity());
            add(facts, "Direction", meaning.direction());
            add(facts, "Materiality", meaning.materiality());
            if (!meaning.areas().isEmpty()) {
                facts.add("Areas engaged: "
                        + meaning.areas().stream()
                                .map(area -> words(meaning.titles().areas().getOrDefault(area, area)))
                                .collect(Collectors.joining(", ")));
            }
        }
        ChangeDetail.Settled settled = change.settled();
        facts.add("Settled: "
                + words(
                        settled == null
                                ? ChangeWords.label(change.settlement())
                                : ChangeWords.label(settled.as()) + ", " + settled.at()));
        if (!change.reverts().isEmpty()) {
            facts.add("Undoes: " + words(String.join(", ", change.reverts())));
        }
        return facts;
    }

    private static void add(List<String> facts, String name, @Nullable String code) {
        if (code != null) {
            facts.add(name + ": " + words(ChangeWords.label(code)));
        }
    }

    private static String stated(StatedDate date) {
        return date.label().name().toLowerCase(Locale.ROOT) + " "
                + (date.date() == null ? words(date.text()) : date.date().toString());
    }

    private static void provision(ChangeDetail.Provision provision, StringBuilder text) {
        ProvisionText side = provision.after() == null ? provision.before() : provision.after();
        List<String> place = new ArrayList<>();
        if (side != null) {
            side.headingPath().forEach(heading -> place.add(words(heading)));
            if (side.number() != null) {
                place.add(words(Objects.requireNonNull(side.number())));
            }
        }
        String what = provision.what().stream().map(ChangeWords::label).collect(Collectors.joining(", "));
        place.add(words(what));
        text.append("### ").append(String.join(" / ", place)).append(BLOCK);
        ChangeDetail.ProvisionMeaning meaning = provision.meaning();
        if (meaning != null && !meaning.sentence().isBlank()) {
            text.append(line(meaning.sentence())).append(BLOCK);
        }
        text.append("> ");
        boolean first = true;
        for (Redline.Run run : MergedRedline.of(provision.redline())) {
            String tag = run.deleted() ? "del" : run.inserted() ? "ins" : "";
            String words = marked(run.text(), first && tag.isEmpty());
            text.append(tag.isEmpty() ? words : "<" + tag + ">" + words + "</" + tag + ">");
            first = false;
        }
        text.append(BLOCK);
    }

    /** Words behind others, that Markdown reads as words. */
    private static String words(String words) {
        return marked(words.strip(), false);
    }

    /** The same at the start of a line, where more would act as a mark. */
    private static String line(String words) {
        return marked(words.strip(), true);
    }

    private static String marked(String words, boolean startsLine) {
        StringBuilder text = new StringBuilder(words.length() + 16);
        int label = startsLine ? labelEnd(words) : -1;
        for (int at = 0; at < words.length(); at++) {
            char c = words.charAt(at);
            boolean opens = startsLine && at == 0 && AT_THE_START.indexOf(c) >= 0;
            if (MARKS.indexOf(c) >= 0 || opens || at == label) {
                text.append('\\');
            }
            text.append(c == '\n' || c == '\r' ? ' ' : c);
        }
        return text.toString();
    }

    /** The point or bracket behind the number that a line begins with; -1 when it begins with none. */
    private static int labelEnd(String words) {
        int at = 0;
        while (at < words.length() && words.charAt(at) >= '0' && words.charAt(at) <= '9') {
            at++;
        }
        boolean isLabel = at > 0 && at < words.length() && (words.charAt(at) == '.' || words.charAt(at) == ')');
        return isLabel ? at : -1;
    }
}
