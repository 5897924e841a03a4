package dev.clausewatch.alert.notice;

import dev.clausewatch.alert.Changes;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ChangeMeaning;
import dev.clausewatch.testing.CanonicalEvents;
import java.time.Instant;

/** Notices whose texts try everything that a channel could take for its own. */
public final class Notices {

    /** Syntax of Slack, Markdown, HTML, CDATA and adaptive cards. */
    public static final String HOSTILE =
            "a < b && c > d <!channel> <https://evil.example|click> *bold* _it_ ~no~ `code` [x](https://evil.example)"
                    + " ]]> <script>alert(1)</script> {{DATE(2026-01-01T00:00:00Z)}} \"quoted\" 'so' :smile:";

    private Notices() {}

    /** The canonical change. */
    public static Notice canonical() {
        return new Notice.Alert(CanonicalEvents.changeClassified());
    }

    /** A change of two clauses with hostile words. */
    public static Notice hostile() {
        ChangeClassified change = Changes.change("hostile")
                .platform("Evil <Corp> & *Sons*")
                .provisions(2, HOSTILE)
                .build();
        ChangeMeaning meaning = change.meaning();
        return new Notice.Alert(new ChangeClassified(
                change.document(),
                change.classification(),
                change.change(),
                change.provisions(),
                new ChangeMeaning(
                        meaning.types(),
                        meaning.areas(),
                        meaning.materiality(),
                        meaning.severity(),
                        meaning.direction(),
                        "Evil <Corp> & *Sons* adds “" + HOSTILE + "”",
                        "Evil <Corp> & *Sons* changed its terms. Adds: “" + HOSTILE + "”.",
                        meaning.alert(),
                        meaning.alertReason()),
                change.corrections(),
                change.machineSummary()));
    }

    /** A change of so many long clauses that no channel takes it whole. */
    public static Notice veryLong() {
        return new Notice.Alert(Changes.change("long")
                .provisions(300, "𝒲ords <&> that go on. ".repeat(200))
                .build());
    }

    /** One that is gone. */
    public static Notice retraction() {
        return new Notice.Retraction(
                "gone",
                "alert-1",
                "Nimbus Chat may train models with what users send",
                Changes.change("by").reverting("gone").build());
    }

    /** A test message. */
    public static Notice test() {
        return new Notice.Test("s-1", "Legal & <Compliance>", Instant.parse("2026-03-09T09:00:00Z"));
    }
}
