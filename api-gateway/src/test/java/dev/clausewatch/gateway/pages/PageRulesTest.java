package dev.clausewatch.gateway.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.gateway.documents.TextBlock;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageRulesTest {

    @Test
    void goesOnToAddressesOfOurOwnOnly() {
        assertEquals("/changes/1?x=2", Addresses.ours("/changes/1?x=2"));
        for (String foreign : List.of("//evil.example", "https://evil.example", "/\\evil.example", "", "/a\nb")) {
            assertEquals("/", Addresses.ours(foreign));
        }
    }

    @Test
    void takesFormsOfOurOwnPagesOnly() {
        assertTrue(SameOrigin.holds("https://watch.example", "watch.example"));
        assertTrue(SameOrigin.holds(null, "watch.example"));
        assertFalse(SameOrigin.holds("https://evil.example", "watch.example"));
        assertFalse(SameOrigin.holds("null", "watch.example"));
    }

    @Test
    void linksNoScripts() {
        assertEquals("https://a.example", DisplayText.link("https://a.example"));
        assertEquals("#", DisplayText.link("javascript:alert(1)"));
    }

    @Test
    void readsTheBlocksOfAText() {
        assertEquals(
                List.of(
                        new TextBlock("heading", 2, "4. Output"),
                        new TextBlock("paragraph", 0, "# no heading"),
                        new TextBlock("labelled", 0, "(a) first"),
                        new TextBlock("item", 1, "nested"),
                        new TextBlock("row", 0, "| a | b |"),
                        new TextBlock("rule", 0, "")),
                TextBlock.of(
                        "## 4. Output\n\n\\# no heading\n\n- (a) first\n    - nested\n\n| a | b |\n| --- | --- |\n\n---\n"));
    }
}
