package dev.clausewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void whatATerminalWouldObeyIsWrittenOut() {
        assertEquals("a\\u001b[31mb\\u009b\\u202ec d", Printable.line("a\u001b[31mb\u009b\u202ec\nd", 100));
        assertEquals("a\nb ", Printable.lines("a\nb\r"));
        assertEquals("\\ud83d", Printable.line("\ud83d", 100));
    }

    @Test
    void wordsOfAnyLanguageStay() {
        assertEquals("Größe 規約 😀", Printable.line("Größe 規約 😀", 100));
    }

    @Test
    void aLongLineIsCut() {
        assertEquals("abc …", Printable.line("abcd", 3));
    }
}
