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
