package dev.clausewatch.classifier.assess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Fits words into the one line that a headline may take, the name of the platform included. */
final class HeadlineRoom {

    /** A headline is no longer, in characters. */
    static final int LINE = 110;

    private static final int SHORTEST_LINE = 60;
    private static final int SHORTEST_QUOTE = 24;
    private static final int MOST_PARTS = 20;
    private static final Pattern COMMA = Pattern.compile(", ");
    private static final Pattern ANY_FIGURE = Pattern.compile("\\p{Nd}");

    private static final List<String> ASIDES =
            List.of("regardless", "even ", "including", "such as", "for example", "as applicable");
    private static final List<String> GOES_ON = List.of(
            "with ",
            "to ",
            "for ",
            "in ",
            "unless ",
            "if ",
            "when ",
            "from ",
            "by ",
            "without ",
            "except",
            "but ",
            "through ",
            "at ",
            "on ",
            "and you ",
            "and we ",
            "and they ",
            "provided ");

    private final String platform;

    HeadlineRoom(String platform) {
        this.platform = platform;
    }

    /** Words in quotation marks between others, which give way where there is no room. */
    String quoting(String front, String words, String behind) {
        int room = limit(front) - front.length() - behind.length() - 2;
        return room >= SHORTEST_QUOTE || behind.isEmpty()
                ? front + ShortText.quoted(words, Math.max(room, SHORTEST_QUOTE)) + behind
                : quoting(front, words, "");
    }

    /** Words that stand in place of others. */
    String replacing(String come, String gone) {
        int room = limit(platform) - platform.length() - " now says  instead of ".length() - 4;
        int forGone = Math.min(gone.length(), Math.max(SHORTEST_QUOTE, room - Math.min(come.length(), room / 2)));
        return platform + " now says " + ShortText.quoted(come, Math.max(SHORTEST_QUOTE, room - forGone))
                + " instead of " + ShortText.quoted(gone, forGone);
    }

    /** A line cut to the room it has, illustrations first. */
    String cut(String line) {
        int limit = limit(line);
        return line.length() <= limit ? line : ShortText.cut(withoutAsides(line, limit), limit);
    }

    /** Without parts between commas that only illustrate, one after the other until it fits. */
    private static String withoutAsides(String line, int limit) {
        List<String> parts = new ArrayList<>(
                Arrays.asList(COMMA.split(line.replace(", directly or indirectly, ", " "), MOST_PARTS)));
        int length = line.length();
        for (int at = 1; at < parts.size() && length > limit; ) {
            boolean aside = ASIDES.stream().anyMatch(parts.get(at)::startsWith);
            if (!aside || ANY_FIGURE.matcher(parts.get(at)).find()) {
                at++;
                continue;
            }
            length -= parts.remove(at).length() + 2;
            // The other members of the list that was begun.
            while (at < parts.size() && GOES_ON.stream().noneMatch(parts.get(at)::startsWith)) {
                length -= parts.remove(at).length() + 2;
            }
        }
        return String.join(", ", parts);
    }

    /** A line that does not name the platform leaves room for its name. */
    int limit(String line) {
        return line.contains(platform) || line.isEmpty() ? LINE : Math.max(SHORTEST_LINE, LINE - platform.length() - 2);
    }
}
