package dev.clausewatch.brokers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordPlaceTest {

    @Test
    void isReadAsItIsWritten() throws UnusableLetterException {
        RecordPlace place = new RecordPlace("a.topic", 3, 17);
        assertEquals(place, RecordPlace.parse(place.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a/0", "a/0/1/2", "a/x/1", "a/0/-1", "a/-1/0", "a/0/99999999999999999999"})
    void whatIsNoPlaceIsRefused(String text) {
        assertThrows(UnusableLetterException.class, () -> RecordPlace.parse(text));
    }
}
