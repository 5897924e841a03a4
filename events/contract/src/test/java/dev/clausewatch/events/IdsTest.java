package dev.clausewatch.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdsTest {

    @ParameterizedTest
    @CsvSource({
        "Nimbus Chat, Terms of Service, nimbus-chat/terms-of-service",
        "Économie+ ™, Privacy Policy, economie-tm/privacy-policy",
        "' - A -- B - ', Terms, a-b/terms"
    })
    void namesADocumentBySlugs(String declaration, String termsType, String expected) {
        assertEquals(expected, Ids.document(declaration, termsType, null));
    }

    @Test
    void keepsNamesWithoutLatinLettersApart() {
        assertNotEquals(Ids.slug("微信"), Ids.slug("微博"));
        assertTrue(Ids.slug("微信").matches("[a-z0-9]+"));
    }

    @Test
    void givesEachReturnToAnEarlierTextASnapshotOfItsOwn() {
        Set<String> ids = new HashSet<>();
        @Nullable String previous = null;
        for (int i = 1; i <= 4; i++) {
            String text = Ids.sha256(i % 2 == 1 ? "A" : "B");
            previous = Ids.snapshot("d", i, previous, text, Origin.LIVE, CaptureCause.SITE);
            ids.add(previous);
        }
        assertEquals(4, ids.size());
    }

    @Test
    void isNotFooledByWhereOnePartEndsAndTheNextBegins() {
        assertNotEquals(Ids.change("ab", "c", "1"), Ids.change("a", "bc", "1"));
    }

    /** Ids are stored: another way of making them would lose what is known. The digest was computed apart, with Python's hashlib. */
    @Test
    void isTheHashOfItsLengthPrefixedParts() {
        assertEquals("6d195353587e325a2e667c516554526c7368dfd3", Ids.delivery("s", "c", DeliveryPurpose.ALERT));
    }

    @Test
    void tellsWordingsApartByAllThatTheClassifierReads() {
        String wording = Ids.wording("Terms of Service", "en", List.of("Terms", "1. You"), "You may:", "leave");
        assertEquals("1753813c07bdf183635700011709fa48e1ab86bf", wording);
        assertEquals(
                6,
                Set.of(
                                wording,
                                Ids.wording("Privacy Policy", "en", List.of("Terms", "1. You"), "You may:", "leave"),
                                Ids.wording("Terms of Service", null, List.of("Terms", "1. You"), "You may:", "leave"),
                                Ids.wording("Terms of Service", "en", List.of("Terms"), "You may:", "leave"),
                                Ids.wording("Terms of Service", "en", List.of("Terms", "1. You"), null, "leave"),
                                Ids.wording("Terms of Service", "en", List.of("Terms", "1. You"), "You may:", "stay"))
                        .size());
    }
}
