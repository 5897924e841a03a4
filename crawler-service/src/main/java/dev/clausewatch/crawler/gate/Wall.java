package dev.clausewatch.crawler.gate;

import dev.clausewatch.crawler.FailureReason;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of page that stands in the document's place, and how it is recognised. All rules look at pages with few words only: terms talk
 * of passwords, cookies and robots at length, walls are short.
 *
 * @param id of the rule; it is named in the refusal
 * @param reason of the refusal
 * @param what such a page is, with its article
 * @param titles what its title or first heading says
 * @param markers elements that only such pages have
 * @param phrases what it says anywhere; two different ones are needed where {@code phrasesNeeded} is 2
 * @param phrasesNeeded how many different phrases
 * @param advice what to do, as a sentence
 */
record Wall(
        String id,
        FailureReason reason,
        String what,
        Pattern titles,
        String markers,
        List<Pattern> phrases,
        int phrasesNeeded,
        String advice) {

    private static final int QUOTED = 80;

    Wall {
        phrases = List.copyOf(phrases);
    }

    private static final String ACCESS = "Ask the site for access, or declare another address of the document.";
    private static final String LOOK = "Look at the page; if the document moved, declare its new address.";
    private static final String WAIT = "It is tried again; if it lasts, look at the page.";

    /** In this order: the first that holds names the reason. */
    static final List<Wall> ALL = List.of(
            new Wall(
                    "bot-challenge",
                    FailureReason.BOT_WALL,
                    "a check against robots",
                    Pattern.compile(
                            "^(just a moment|attention required|access (to this page )?(has been )?denied|pardon our interruption|"
                                    + "are you (a )?(robot|human)|robot check|bot verification|human verification|security check|verify(ing)? you are human|"
                                    + "ddos-guard|checking your browser|un instant|einen moment|request blocked|you have been blocked)\\b.*"),
                    "#challenge-form, #challenge-running, #cf-challenge-running, #cf-error-details, .cf-error-details, #px-captcha,"
                            + " [src*=_Incapsula_Resource], [src*=captcha-delivery.com], #sec-if-cpt-container, #ddg-captcha,"
                            + " [action*='/sorry/index'], form#captcha-form",
                    List.of(
                            Pattern.compile(
                                    "verify(ing)? (that )?you are (a )?human|prove (that )?you'?re not a robot|you are not a robot|"
                                            + "(confirm|check) (that )?you'?re (a )?(human|not a robot)"),
                            Pattern.compile(
                                    "checking (if the site connection is secure|your browser)|enable javascript and cookies to continue"),
                            Pattern.compile(
                                    "unusual (traffic|activity) from your (computer )?(network|browser|device)"),
                            Pattern.compile(
                                    "incapsula incident id|ray id:|reference (#|id:? )[0-9a-f.]{8,}|support id is"),
                            Pattern.compile(
                                    "you don'?t have permission to access|the security service to protect itself|blocked by (the )?security"),
                            Pattern.compile(
                                    "(complete|solve) the (captcha|security check|puzzle)|press (&|and) hold to confirm"),
                            Pattern.compile("automated (access|requests|queries)|looks like a (bot|robot)")),
                    1,
                    ACCESS),
            new Wall(
                    "login",
                    FailureReason.LOGIN_WALL,
                    "a login page",
                    Pattern.compile(
                            "^(log ?in|sign ?in|sign up|anmelden|einloggen|connexion|se connecter|iniciar sesión|accedi|entrar|"
                                    + "welcome back|you (must|need to) (log|sign) ?in|please (log|sign) ?in)\\b.*"),
                    "input[type=password]",
                    List.of(
                            Pattern.compile(
                                    "(you (must|need to)|please) (be logged in|log ?in|sign ?in|create an account)"),
                            Pattern.compile(
                                    "(log|sign) ?in (with|to) (your|continue|google|facebook|apple|view|see|access)")),
                    1,
                    ACCESS),
            new Wall(
                    "consent",
                    FailureReason.CONSENT_WALL,
                    "a consent page",
                    Pattern.compile(
                            "^(before you continue|bevor sie fortfahren|avant de continuer|your privacy choices|cookie consent|"
                                    + "we value your privacy|your consent)\\b.*"),
                    "form[action*='consent.']",
                    List.of(
                            Pattern.compile(
                                    "(accept|allow|agree to|reject) all( cookies)?\\b|alle (akzeptieren|ablehnen)|tout (accepter|refuser)"),
                            Pattern.compile(
                                    "we (and our (\\d+ )?partners )?(use|store|value)[^.]{0,60}(cookies|your privacy)|"
                                            + "wir (und unsere partner )?(verwenden|nutzen) cookies|nous utilisons des cookies")),
                    2,
                    "Declare what is to be removed, or another address without the consent page."),
            new Wall(
                    "not-found",
                    FailureReason.NOT_FOUND_PAGE,
                    "a page that says that nothing was found",
                    Pattern.compile(
                            "^(error )?404\\b.*|.*\\b(page|file|document|site|content|url)( you (requested|are looking for))? "
                                    + "((was|is|could|can)( not|n't|not) (be )?(found|available|exist)|(can ?not|could not) be found|"
                                    + "not found|no longer exists|doesn'?t exist|isn'?t available)\\b.*|"
                                    + ".*(seite (wurde )?nicht gefunden|page (introuvable|non trouvée)|página no encontrada|pagina non trovata|"
                                    + "página não encontrada)\\b.*|^not found$|^(oops|uh oh|whoops)\\b.{0,60}$"),
                    "",
                    List.of(
                            Pattern.compile(
                                    "(the )?(page|url|address) (that )?(you (requested|are looking for|were looking for)|was) "
                                            + "[^.]{0,40}(not (be )?found|n'?t (be )?found|doesn'?t exist|no longer|been (re)?moved)"),
                            Pattern.compile(
                                    "we can'?t (seem to )?find (the|that|this) page|this page (isn'?t available|doesn'?t exist)")),
                    1,
                    LOOK),
            new Wall(
                    "redirecting",
                    FailureReason.REDIRECTED_ELSEWHERE,
                    "a page that sends its readers on",
                    Pattern.compile(
                            "^(redirecting|you are being redirected|moved permanently|object moved|301 moved|302 found)\\b.*"),
                    "",
                    List.of(),
                    1,
                    "Declare the address that it leads to."),
            new Wall(
                    "maintenance",
                    FailureReason.MAINTENANCE_PAGE,
                    "a maintenance page",
                    Pattern.compile(
                            ".*\\b((down|closed|undergoing|scheduled|under|site|in) (for )?maintenance|we'?ll be (right )?back|be right back|"
                                    + "temporarily (unavailable|down|closed)|service unavailable|wartung(sarbeiten|smodus)?|en maintenance|"
                                    + "en mantenimiento|in manutenzione)\\b.*"),
                    "",
                    List.of(
                            Pattern.compile(
                                    "(currently|temporarily) (down|offline|unavailable|undergoing)[^.]{0,40}"
                                            + "|(undergoing|down for|performing) (scheduled |planned )?maintenance|check back (soon|later|in a few)")),
                    1,
                    WAIT),
            new Wall(
                    "error",
                    FailureReason.ERROR_PAGE,
                    "an error page",
                    Pattern.compile(
                            "^(error )?50[0234]\\b.*|.*\\b(internal server error|bad gateway|gateway time-?out|application error|"
                                    + "something went wrong|an error (has )?occurred|unexpected error)\\b.*"),
                    "",
                    List.of(Pattern.compile(
                            "internal server error|bad gateway|upstream (request|connect)|something went wrong"
                                    + "|an (unexpected )?error (has )?occurred")),
                    1,
                    WAIT));

    /** What of this wall the page shows, to be named; empty when it is none. */
    Optional<String> seenOn(PageFacts page) {
        for (String heading : List.of(page.title(), page.headline())) {
            if (titles.matcher(heading).matches()) {
                return Optional.of("the heading \"" + shortened(heading) + "\"");
            }
        }
        if (!markers.isEmpty() && page.has(markers)) {
            return Optional.of("an element " + page.first(markers));
        }
        return phrase(page.words());
    }

    private Optional<String> phrase(String words) {
        int found = 0;
        String first = "";
        for (Pattern phrase : phrases) {
            Matcher matcher = phrase.matcher(words);
            if (matcher.find()) {
                found++;
                first = first.isEmpty() ? matcher.group() : first;
            }
        }
        return found >= phrasesNeeded ? Optional.of("the words \"" + shortened(first) + "\"") : Optional.empty();
    }

    private static String shortened(String text) {
        return text.length() <= QUOTED ? text : text.substring(0, QUOTED).strip() + "…";
    }
}
