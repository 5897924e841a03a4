package dev.clausewatch.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"kept-versions", "my archive & more", "100% ä", "a:b/c"})
    void comesBackAsItWas(String name) {
        assertEquals(name, ArchiveName.in(ArchiveName.asUrl(name)));
    }

    @Test
    void isInNoAddress() {
        assertNull(ArchiveName.in("https://orbitra.example/archive:terms"));
    }

    @Test
    void isReadEvenWhereItIsBadlyWritten() {
        assertEquals("100%", ArchiveName.in("archive:100%"));
    }
}
