package dev.clausewatch.alert.notice;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.VersionRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What every kind of message says in the same words. */
public final class Sentences {

    private Sentences() {}

    /** A change that was told is gone. */
    public static String gone(ChangeClassified by) {
        DocumentRef document = by.document();
        @Nullable VersionRef returnsTo = by.change().verdict().returnsTo();
        String text =
                returnsTo == null ? "an earlier version" : "the version first seen on " + day(returnsTo.firstSeenAt());
        return "The change we told you of is gone: the text of %s of %s is that of %s again."
                .formatted(document.termsType(), document.platform(), text);
    }

    /** A change that was told and retracted holds after all. */
    public static String back(ChangeClassified by) {
        return "The change that we told you of and took back holds after all: its text of %s of %s stands again since %s."
                .formatted(
                        by.document().termsType(),
                        by.document().platform(),
                        day(by.change().to().firstSeenAt()));
    }

    /** A document cannot be read any more. */
    public static String unreadable(DocumentRef document) {
        return "%s of %s cannot be read any more; what it says now is not known."
                .formatted(document.termsType(), document.platform());
    }

    /** It can be read again. */
    public static String readable(DocumentRef document) {
        return "%s of %s can be read again. A change made meanwhile is told as any other."
                .formatted(document.termsType(), document.platform());
    }

    static String day(Instant time) {
        return time.toString().substring(0, 10);
    }
}
