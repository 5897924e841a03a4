package dev.clausewatch.crawler.gate;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a page came from another place than the declaration names, and whether that place can still be the document's. */
final class Redirection {

    /** A page to which sites send visitors who may not, or cannot, see the one they asked for. */
    private record Detour(String id, Obstacle obstacle, Set<String> segments, Set<String> hosts) {}

    private static final List<Detour> DETOURS = List.of(
            new Detour(
                    "redirect-to-login",
                    Obstacle.LOGIN,
                    Set.of(
                            "login",
                            "log-in",
                            "signin",
                            "sign-in",
                            "sign_in",
                            "servicelogin",
                            "signup",
                            "sign-up",
                            "register",
                            "auth",
                            "sso",
                            "oauth",
                            "authwall",
                            "wp-login"),
                    Set.of("login", "signin", "accounts", "auth", "sso", "id")),
            new Detour(
                    "redirect-to-consent",
                    Obstacle.CONSENT,
                    Set.of("consent", "cookie-consent", "collectconsent", "cookiewall"),
                    Set.of("consent", "guce", "cookiewall")),
            new Detour(
                    "redirect-to-challenge",
                    Obstacle.ROBOTS,
                    Set.of(
                            "captcha",
                            "sorry",
                            "challenge",
                            "blocked",
                            "access-denied",
                            "denied",
                            "validatecaptcha",
                            "robot",
                            "distil"),
                    Set.of("captcha", "geo.captcha-delivery", "validate")),
            new Detour(
                    "redirect-to-not-found",
                    Obstacle.NOT_FOUND,
                    Set.of("404", "not-found", "notfound", "page-not-found", "pagenotfound", "404-not-found"),
                    Set.of()),
            new Detour(
                    "redirect-to-error",
                    Obstacle.ERROR,
                    Set.of("error", "errors", "500", "oops", "unavailable"),
                    Set.of("error")),
            new Detour(
                    "redirect-to-maintenance",
                    Obstacle.MAINTENANCE,
                    Set.of("maintenance", "down-for-maintenance"),
                    Set.of("maintenance")));

    /** Characters of the longest titles. */
    private static final int TITLE = 100;

    private Redirection() {}

    static Optional<Refusal> judge(Address address, String text) {
        PagePath last = PagePath.of(address.answered());
        PagePath declared = PagePath.of(address.declared());
        boolean known = address.good().stream().map(PagePath::of).anyMatch(last::equals);
        if (known || last.equals(declared)) {
            return Optional.empty();
        }
        String seen = "%s leads to %s".formatted(address.declared(), address.answered());
        return detour(declared, last, seen)
                .or(() -> otherKind(declared, last, seen))
                .or(() -> index(declared, last, text, seen));
    }

    /** A document may well be about logins: then its address was declared with that word, or ends in a word for documents. */
    private static Optional<Refusal> detour(PagePath declared, PagePath last, String seen) {
        if (!DocumentWord.in(last.lastSegment()).isEmpty()) {
            return Optional.empty();
        }
        return DETOURS.stream()
                .filter(detour -> leads(declared, last, detour))
                .map(detour -> detour.obstacle.seen(detour.id, seen))
                .findFirst();
    }

    private static boolean leads(PagePath declared, PagePath last, Detour detour) {
        boolean path = last.has(detour.segments) && !declared.has(detour.segments);
        boolean host = detour.hosts.stream().anyMatch(name -> on(last, name) && !on(declared, name));
        return path || host;
    }

    private static boolean on(PagePath address, String name) {
        return address.host().startsWith(name + ".");
    }

    /** Terms became a privacy policy. */
    private static Optional<Refusal> otherKind(PagePath declared, PagePath last, String seen) {
        Set<DocumentWord> wanted = DocumentWord.telling(declared.lastSegment());
        Set<DocumentWord> got = DocumentWord.telling(last.lastSegment());
        boolean other = !wanted.isEmpty() && !got.isEmpty() && Collections.disjoint(wanted, got);
        return other ? Optional.of(Obstacle.ELSEWHERE.seen("redirect-to-other-kind", seen)) : Optional.empty();
    }

    /** The home page of a host for legal texts, or a page that begins with the name of the document, may be the document. */
    private static Optional<Refusal> index(PagePath declared, PagePath last, String text, String seen) {
        boolean lost = last.isAbove(declared)
                || (last.segments().isEmpty() && !declared.segments().isEmpty());
        Set<DocumentWord> wanted = DocumentWord.telling(declared.lastSegment());
        Set<DocumentWord> got = DocumentWord.in(last.host() + "/" + last.lastSegment() + "\n" + opening(text));
        boolean named = wanted.isEmpty() ? !got.isEmpty() : !Collections.disjoint(wanted, got);
        return lost && !named ? Optional.of(Obstacle.HOME.seen("redirect-to-index", seen)) : Optional.empty();
    }

    /** The first line where it is as short as a title. */
    private static String opening(String text) {
        int end = text.indexOf('\n');
        return end >= 0 && end <= TITLE ? text.substring(0, end) : "";
    }
}
