package dev.clausewatch.alert.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CutTest {

    @Test
    void aTextIsCutBetweenCodePoints() {
        assertEquals("𝒲𝒲", Cut.to("𝒲𝒲", 2));
        assertEquals("𝒲…", Cut.to("𝒲𝒲𝒲", 2));
    }

    @Test
    void whatHasToBeSeenIsSeenHoweverFarItStands() {
        String text = "word ".repeat(100) + "HERE " + "word ".repeat(100);

        assertEquals("…word HERE word word word wor…", Cut.around(text, 500, 30));
        assertEquals("…word word word HERE word", Cut.around("word ".repeat(100) + "HERE word", 500, 30));
        assertEquals("word word HER…", Cut.around("word word HERE word", 3, 14));
        assertEquals("short", Cut.around("short", 3, 14));
        assertEquals("…𝒲𝒲𝒲…", Cut.around("𝒲".repeat(50), 25, 5));
    }

    @Test
    void anEscapeIsWholeOrNotThere() {
        assertEquals("a&amp;b", Cut.escaped("a&b", CutTest::ampersand, 7));
        assertEquals("a…", Cut.escaped("a&b", CutTest::ampersand, 6));
        assertEquals("a&amp;…", Cut.escaped("a&bcd", CutTest::ampersand, 7));
        assertEquals("𝒲…", Cut.escaped("𝒲𝒲", CutTest::ampersand, 3));
    }

    private static String ampersand(String character) {
        return character.equals("&") ? "&amp;" : character;
    }
}
