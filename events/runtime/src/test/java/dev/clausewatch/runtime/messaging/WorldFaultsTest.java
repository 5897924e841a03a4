package dev.clausewatch.runtime.messaging;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ConnectException;
import java.sql.SQLException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorldFaultsTest {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "40001", "40P01", "53300", "57P01", "57P03", "58030"})
    void waitsWhenTheDatabaseIsAway(String state) {
        assertTrue(WorldFaults.is(new IllegalStateException(new SQLException("gone", state))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22P05", "42P01", "23514"})
    void doesNotWaitForARecordThatTheDatabaseRefuses(String state) {
        assertFalse(WorldFaults.is(new IllegalStateException(new SQLException("refused", state))));
    }

    @Test
    void waitsWhenTheBrokerIsAway() {
        assertTrue(WorldFaults.is(new BrokerUnavailableException("gone", new TimeoutException())));
        assertTrue(WorldFaults.is(new RuntimeException(new ConnectException("refused"))));
    }

    @Test
    void waitsForAConnectionOfThePool() {
        assertTrue(WorldFaults.is(
                new RuntimeException(new SQLException("Sorry, Acquisition timeout while waiting for new connection"))));
    }

    @Test
    void doesNotWaitForABugOfOurs() {
        assertFalse(WorldFaults.is(new IllegalArgumentException("bug")));
    }
}
