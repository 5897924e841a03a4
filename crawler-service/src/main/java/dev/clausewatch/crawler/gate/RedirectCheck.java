package dev.clausewatch.crawler.gate;

import dev.clausewatch.crawler.FailureReason;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a redirect leads away from the document: to the home page, a login, a consent page, an error page or a document of another
 * kind. Documents move, so any other redirect is followed, and one that was good before stays good.
 */
final class RedirectCheck {

    private static final Pattern LOCALE =
            Pattern.compile("[a-z]{2}([-_]([a-z]{2}|[a-z]{4}|\\d{3}))?|intl|www|locale", Pattern.CASE_INSENSITIVE);
    private static final Pattern SUFFIX = Pattern.compile("\\.(html?|php|aspx?|jsp)$");
    private static final Pattern LOGIN = Pattern.compile(
            "log-?in|sign-?in|sso|authenticate|oauth2?|authorize|logon|account-?login|users?-?sign-?in|checkpoint|servicelogin");
    private static final Pattern CONSENT = Pattern.compile("consent|cookie-?consent|privacy-?gate|collectconsent");
    private static final Pattern MISSING =
            Pattern.compile("404|not-?found|page-?not-?found|error(-?page)?|errors|500|unavailable|oops");

    /** Words of a path that name a kind of document; the same kind has the same name. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("terms", "terms"),
            Map.entry("tos", "terms"),
            Map.entry("tou", "terms"),
            Map.entry("eula", "terms"),
            Map.entry("agb", "terms"),
            Map.entry("cgu", "terms"),
            Map.entry("conditions", "terms"),
            Map.entry("privacy", "privacy"),
            Map.entry("datenschutz", "privacy"),
            Map.entry("confidentialite", "privacy"),
            Map.entry("privacidad", "privacy"),
            Map.entry("cookie", "cookies"),
            Map.entry("cookies", "cookies"),
            Map.entry("imprint", "imprint"),
            Map.entry("impressum", "imprint"),
            Map.entry("dmca", "copyright"),
            Map.entry("copyright", "copyright"),
            Map.entry("guidelines", "guidelines"),
            Map.entry("subprocessors", "subprocessors"),
            Map.entry("dpa", "dpa"));

    private RedirectCheck() {}

    static Optional<Refusal> judge(Address address) {
        URI declared = address.declared();
        URI answered = address.answered();
        List<String> asked = segments(declared);
        List<String> got = segments(answered);
        boolean same = host(declared).equals(host(answered)) && asked.equals(got);
        if (same || address.good().contains(answered)) {
            return Optional.empty();
        }
        if (any(got, LOGIN) && !any(asked, LOGIN)) {
            return refused(
                    FailureReason.LOGIN_WALL,
                    answered,
                    "a login page",
                    "Ask the site for access, or declare another address.");
        }
        if ((any(got, CONSENT) || host(answered).startsWith("consent.")) && !any(asked, CONSENT)) {
            return refused(FailureReason.CONSENT_WALL, answered, "a consent page", "Declare an address without one.");
        }
        if (!got.isEmpty() && MISSING.matcher(got.getLast()).matches() && !any(asked, MISSING)) {
            return refused(
                    FailureReason.NOT_FOUND_PAGE,
                    answered,
                    "an error page",
                    "Declare the new address of the document.");
        }
        if (got.isEmpty() && !asked.isEmpty()) {
            return refused(
                    FailureReason.REDIRECTED_ELSEWHERE,
                    answered,
                    "the home page",
                    "Declare the new address of the document.");
        }
        return anotherKind(asked, got) == null
                ? Optional.empty()
                : refused(
                        FailureReason.REDIRECTED_ELSEWHERE,
                        answered,
                        "a document of another kind (" + anotherKind(asked, got) + ")",
                        "Look where the document is now, and declare that.");
    }

    private static Optional<Refusal> refused(FailureReason reason, URI answered, String what, String advice) {
        return Optional.of(new Refusal(reason, "The site redirects to %s, %s. %s".formatted(what, answered, advice)));
    }

    /** The kind of document that an address leads to, when both name a kind and none in common. */
    private static @Nullable String anotherKind(List<String> asked, List<String> got) {
        Set<String> wanted = kinds(asked);
        Set<String> found = kinds(got);
        boolean other = !wanted.isEmpty() && !found.isEmpty() && found.stream().noneMatch(wanted::contains);
        return other ? String.join(", ", found.stream().sorted().toList()) : null;
    }

    private static Set<String> kinds(List<String> segments) {
        Set<String> kinds = new HashSet<>();
        for (String segment : segments) {
            for (String word : segment.split("[^a-z]+", -1)) {
                String kind = KINDS.get(word);
                if (kind != null) {
                    kinds.add(kind);
                }
            }
        }
        return kinds;
    }

    private static boolean any(List<String> segments, Pattern pattern) {
        return segments.stream().anyMatch(segment -> pattern.matcher(segment).matches());
    }

    private static String host(URI url) {
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    /** The path without languages and file suffixes. */
    private static List<String> segments(URI url) {
        List<String> segments = new ArrayList<>();
        String path = String.valueOf(url.getRawPath()).toLowerCase(Locale.ROOT);
        for (String segment : path.split("/", -1)) {
            String name = SUFFIX.matcher(segment).replaceFirst("");
            if (!name.isEmpty() && !LOCALE.matcher(name).matches() && !name.equals("index")) {
                segments.add(name);
            }
        }
        return segments;
    }
}
