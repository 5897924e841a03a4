package dev.clausewatch.alert.destination;

import java.util.Locale;
import java.util.Optional;

/** Reads mail addresses: the common form, in ASCII, without quotes, comments or names. */
public final class MailAddress {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_LABEL = 63;
    private static final String LOCAL_MARKS = "!#$%&'*+-/=?^_`{|}~";

    private MailAddress() {}

    /** The address, its domain in lower case; empty if it is none. */
    public static Optional<String> parse(String text) {
        String address = text.strip();
        int at = address.indexOf('@');
        if (address.length() > LONGEST || at < 1 || at > LONGEST_LOCAL || at != address.lastIndexOf('@')) {
            return Optional.empty();
        }
        String local = address.substring(0, at);
        String domain = address.substring(at + 1).toLowerCase(Locale.ROOT);
        return isLocalPart(local) && isDomain(domain) ? Optional.of(local + "@" + domain) : Optional.empty();
    }

    private static boolean isLocalPart(String local) {
        return local.chars().allMatch(c -> c == '.' || isAlphanumeric(c) || LOCAL_MARKS.indexOf(c) >= 0)
                && !local.startsWith(".")
                && !local.endsWith(".")
                && !local.contains("..");
    }

    private static boolean isDomain(String domain) {
        int labels = 0;
        int start = 0;
        for (int i = 0; i <= domain.length(); i++) {
            if (i == domain.length() || domain.charAt(i) == '.') {
                if (!isLabel(domain.substring(start, i))) {
                    return false;
                }
                labels++;
                start = i + 1;
            }
        }
        return labels > 1;
    }

    private static boolean isLabel(String label) {
        return !label.isEmpty()
                && label.length() <= LONGEST_LABEL
                && label.chars().allMatch(c -> c == '-' || isAlphanumeric(c))
                && !label.startsWith("-")
                && !label.endsWith("-");
    }

    private static boolean isAlphanumeric(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
