package dev.clausewatch.benchmarks;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.TouchedProvision;
import dev.clausewatch.testing.CanonicalEvents;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes of one provision each, of invented terms: clauses of many kinds, edited as terms are, with another figure in each. */
final class BenchEdits {

    /** A clause before and after; one of them is absent where it was added or removed. */
    private record Edit(
            String heading,
            @Nullable String before,
            @Nullable String after) {}

    private static final List<Edit> EDITS = List.of(
            new Edit(
                    "Use of your content",
                    "We use what you write in the service to answer you, to keep the service safe and to find faults. We do not use it to"
                            + " train models that are offered to others, unless you agree in your settings within # days.",
                    "We use what you write in the service to answer you, to keep the service safe, to find faults and to train models that"
                            + " are offered to others, unless you object in your settings within # days."),
            new Edit(
                    "Payment",
                    "You pay # euros at the beginning of each month. What you paid is paid back in proportion when you cancel before the"
                            + " month ends, to the account from which it came, within two weeks.",
                    "You pay # euros at the beginning of each month. What you paid is not paid back when you cancel before the month ends,"
                            + " except where a law that binds us says otherwise."),
            new Edit(
                    "Liability",
                    "Our liability for slight negligence is limited to the damage that is typical and could be foreseen, and to what you"
                            + " paid us in the # months before it arose.",
                    "Our liability for slight negligence is limited to what you paid us in the # months before the damage arose, whatever"
                            + " the ground of the claim, and excludes lost profits and lost data."),
            new Edit(
                    "Competing services",
                    "You may not use output # of the service to find out how it works.",
                    "You may not use output # of the service to find out how it works, or to develop, train or improve a service that"
                            + " competes with ours, and you may not let anybody else do so on your behalf."),
            new Edit(
                    "Who receives data",
                    "We give personal data to service providers who work for us under contract # and to nobody else.",
                    "We give personal data to service providers who work for us under contract #, to our affiliates, and to partners who show"
                            + " you advertisements that fit your interests."),
            new Edit(
                    "Changes of these terms",
                    "We tell you of changes of these terms by mail # days before they take effect. If you do not agree, you may end the"
                            + " contract until then without cost.",
                    "We may change these terms at any time. The changed terms # take effect when they are published on this page, and by"
                            + " going on to use the service you accept them."),
            new Edit(
                    "Disputes",
                    null,
                    "All disputes that arise from these terms are decided by one arbitrator at our seat under rule #, and you waive any right"
                            + " to a trial by jury and to take part in an action of a class."),
            new Edit(
                    "Your rights",
                    "You may ask us which personal data we hold about you, have it corrected or deleted, and take it to another service; we"
                            + " answer within # days and take nothing for it.",
                    null),
            new Edit(
                    "Accounts",
                    "You must keep your pasword secret and tell us without delay when you believe that somebody else knows it. Section #"
                            + " says how to reach us.",
                    "You must keep your password secret and tell us without delay when you believe that somebody else knows it. Section #"
                            + " says how to reach us."),
            new Edit(
                    "About us",
                    "The service is offered by Halvorin Labs, 12 Harbour Road, registered under the number #.",
                    "The service is offered by Halvorin Labs, 7 Station Square, registered under the number #."));

    private BenchEdits() {}

    /** How many kinds of edit there are. */
    static int kinds() {
        return EDITS.size();
    }

    static DocumentRef document(int number) {
        return CanonicalEvents.document("bench/document-" + number, "Bench");
    }

    static TouchedProvision touched(int number) {
        Edit edit = EDITS.get(number % EDITS.size());
        ProvisionText before = text(edit.heading(), edit.before(), number);
        ProvisionText after = text(edit.heading(), edit.after(), number);
        ProvisionChange what = before == null
                ? ProvisionChange.ADDED
                : after == null ? ProvisionChange.REMOVED : ProvisionChange.EDITED;
        return new TouchedProvision("provision-" + number, Set.of(what), List.of(), before, after, List.of());
    }

    private static @Nullable ProvisionText text(String heading, @Nullable String words, int number) {
        if (words == null) {
            return null;
        }
        String text = words.replace("#", Integer.toString(number + 2));
        return new ProvisionText("provision-" + number, null, List.of(heading), null, text, 0, text.length());
    }

    /** The same as an event of the differ. */
    static ChangeDetected change(int number) {
        return CanonicalEvents.changeDetected(document(number), "bench-change-" + number)
                .withTouched(List.of(touched(number)));
    }
}
