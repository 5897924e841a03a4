package dev.clausewatch.crawler.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.crawler.FailureReason;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectionTest {

    private static final String TERMS = "https://nimbus.example/legal/terms";
    private static final String TEXT =
            "Welcome to Nimbus\n\n" + "Nimbus is for everybody, and for you too.\n\n".repeat(100);

    @ParameterizedTest
    @CsvSource(textBlock = """
            https://nimbus.example/, REDIRECTED_ELSEWHERE
            https://www.nimbus.example/en-gb/, REDIRECTED_ELSEWHERE
            https://nimbus.example/home.html, REDIRECTED_ELSEWHERE
            https://orbitra.example/, REDIRECTED_ELSEWHERE
            https://nimbus.example/legal, REDIRECTED_ELSEWHERE
            https://nimbus.example/legal/privacy-policy, REDIRECTED_ELSEWHERE
            https://nimbus.example/legal/terms/cookies, REDIRECTED_ELSEWHERE
            https://nimbus.example/login?next=%2Flegal%2Fterms, LOGIN_WALL
            https://accounts.nimbus.example/signin/v2, LOGIN_WALL
            https://login.nimbus.example/, LOGIN_WALL
            https://consent.nimbus.example/m?continue=x, CONSENT_WALL
            https://nimbus.example/sorry/index?q=1, BOT_WALL
            https://geo.captcha-delivery.com/captcha/, BOT_WALL
            https://nimbus.example/404, NOT_FOUND_PAGE
            https://nimbus.example/error/page-not-found.html, NOT_FOUND_PAGE
            https://nimbus.example/error, ERROR_PAGE
            https://nimbus.example/maintenance.html, MAINTENANCE_PAGE
            """)
    void aRedirectAwayFromTheDocumentIsRefused(URI answered, FailureReason reason) {
        Refusal refusal = judge(TERMS, answered, TEXT).orElseThrow();
        assertEquals(reason, refusal.reason());
        assertTrue(refusal.detail().contains(TERMS + " leads to " + answered), refusal::detail);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            https://nimbus.example/legal/terms/
            https://www.nimbus.example/legal/terms
            http://nimbus.example/legal/terms
            https://nimbus.example/en-us/legal/terms
            https://nimbus.example/legal/terms.html
            https://nimbus.example/legal/terms/index.php
            https://nimbus.example/legal/terms?lang=en
            https://legal.nimbus.example/terms-of-service/2026
            https://terms.nimbus.example/
            https://nimbus.example/policies/user-agreement
            https://nimbus.example/legal/general
            https://orbitra.example/terms
            https://auth.nimbus.example/terms
            """)
    void aDocumentMayMove(URI answered) {
        assertEquals(Optional.empty(), judge(TERMS, answered, TEXT));
    }

    @Test
    void aPageAboveThatBeginsWithTheNameOfTheDocumentMayBeIt() {
        URI above = URI.create("https://nimbus.example/legal");
        assertEquals(Optional.empty(), judge(TERMS, above, "# Terms of Service\n\n" + TEXT));
        assertTrue(judge(TERMS, above, "# Our policies\n\n" + TEXT).isPresent());
    }

    @Test
    void aDocumentAboutLoginsIsNoLogin() {
        URI moved = URI.create("https://nimbus.example/help/login");
        assertEquals(Optional.empty(), judge("https://nimbus.example/login", moved, TEXT));
        assertEquals(Optional.empty(), judge(TERMS, URI.create("https://nimbus.example/login/terms"), TEXT));
    }

    @Test
    void aCookiePolicyThatMovedIsStillOne() {
        URI moved = URI.create("https://nimbus.example/legal/privacy-and-cookies");
        assertEquals(Optional.empty(), judge("https://nimbus.example/cookies", moved, TEXT));
    }

    @Test
    void whereItWasGoodBeforeItStaysGood() {
        URI home = URI.create("https://nimbus.example/");
        assertEquals(Optional.empty(), Redirection.judge(new Address(URI.create(TERMS), home, Set.of(home)), TEXT));
    }

    private static Optional<Refusal> judge(String declared, URI answered, String text) {
        return Redirection.judge(new Address(URI.create(declared), answered, Set.of()), text);
    }
}
