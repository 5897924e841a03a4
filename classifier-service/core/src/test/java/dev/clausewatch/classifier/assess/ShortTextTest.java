package dev.clausewatch.classifier.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GitHub is liable for direct damages up to US $500 in all",
                "You may object within thirty days of the day on which we tell you",
                "We refund you within 30 business days after that",
                "We keep five hundred US dollars of what you have paid"
            })
    void neverCutsASumOrAPeriod(String text) {
        for (int most = 12; most < text.length(); most++) {
            String cut = ShortText.cut(text, most);
            assertTrue(cut.length() <= most, cut);
            assertFalse(
                    cut.matches(".*(\\$|\\d+|thirty|within|to|five|hundred|US|business)\\u2026"),
                    () -> "cut inside of a sum or a period: " + cut);
        }
    }

    @Test
    void leavesAShortTextAsItIs() {
        assertEquals("30 days", ShortText.cut("30 days", 7));
    }

    @Test
    void cutsAWordThatIsTooLongByItself() {
        assertEquals(10, ShortText.cut("x".repeat(5000), 10).length());
    }
}
