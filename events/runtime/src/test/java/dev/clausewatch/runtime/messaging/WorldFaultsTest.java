package dev.clausewatch.runtime.messaging;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.transaction.RollbackException;
import java.net.ConnectException;
import java.sql.SQLException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorldFaultsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"08001", "08006", "25006", "40001", "40P01", "42P01", "53300", "55P03", "57P01", "57P03", "58030"
            })
    void waitsWhenTheDatabaseIsAway(String state) {
        assertTrue(WorldFaults.is(new IllegalStateException(new SQLException("gone", state))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"23502", "42703", "42P01", "42804"})
    void waitsWhenTheSchemaIsNotTheOneItKnows(String state) {
        assertTrue(WorldFaults.is(new IllegalStateException(new SQLException("newer", state))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"22P05", "22021", "23505", "23514", "54000"})
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
    void waitsWhenACommitFailsForNoReasonOfTheData() {
        RollbackException rollback = new RollbackException("timeout");
        assertTrue(WorldFaults.is(new IllegalStateException(rollback)));
        rollback.addSuppressed(new SQLException("duplicate", "23505"));
        assertFalse(WorldFaults.is(new IllegalStateException(rollback)));
    }

    @Test
    void doesNotWaitForABugOfOurs() {
        assertFalse(WorldFaults.is(new IllegalArgumentException("bug")));
    }
}
