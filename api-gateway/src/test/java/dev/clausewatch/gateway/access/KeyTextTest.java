package dev.clausewatch.gateway.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class KeyTextTest {

    private final KeyText key = KeyText.generate(new SecureRandom());

    @Test
    void readsWhatItWrote() {
        assertEquals(key, KeyText.parse(key.value()).orElseThrow());
        assertTrue(key.value().matches("cw_[a-z2-9]{8}_[0-9A-Za-z]{38}"), key::value);
    }

    @Test
    void refusesAMistypedKeyWithoutAskingTheDatabase() {
        char other = key.value().charAt(20) == 'a' ? 'b' : 'a';
        String mistyped = key.value().substring(0, 20) + other + key.value().substring(21);
        assertTrue(KeyText.parse(mistyped).isEmpty());
        assertTrue(KeyText.parse("").isEmpty());
        assertTrue(KeyText.parse(key.value() + "x").isEmpty());
    }

    @Test
    void storesAHashThatOnlyTheKeyMatches() {
        KeyText another = KeyText.generate(new SecureRandom());
        assertNotEquals(key.value(), key.hash());
        assertTrue(key.matches(key.hash()));
        assertFalse(key.matches(another.hash()));
    }

    @Test
    void neverPrintsTheSecret() {
        assertFalse(key.toString().contains(key.value().substring(12)));
    }
}
