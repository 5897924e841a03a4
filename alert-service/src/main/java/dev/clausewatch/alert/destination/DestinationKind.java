package dev.clausewatch.alert.destination;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Kinds of destinations. */
public enum DestinationKind {
    /** An endpoint that takes signed JSON (Standard Webhooks). */
    WEBHOOK,
    /** An incoming webhook of Slack. */
    SLACK,
    /** A workflow of Microsoft Teams that takes adaptive cards. */
    TEAMS,
    /** A mail address. */
    MAIL;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** Such as {@code slack}: its name in requests, answers and ids. */
    public String code() {
        return code;
    }

    /** The one of this name. */
    public static Optional<DestinationKind> byCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
