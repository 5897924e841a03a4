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

class TransientFailuresTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"08001", "08006", "25006", "40001", "40P01", "42P01", "53300", "55P03", "57P01", "57P03", "58030"
            })
    void waitsWhenTheDatabaseIsAway(String state) {
        assertTrue(TransientFailures.isTransient(new IllegalStateException(new SQLException("gone", state))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"23502", "42703", "42P01", "42804"})
    void waitsWhenTheSchemaIsNotTheOneItKnows(String state) {
        assertTrue(TransientFailures.isTransient(new IllegalStateException(new SQLException("newer", state))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"22P05", "22021", "23505", "23514", "54000"})
    void doesNotWaitForARecordThatTheDatabaseRefuses(String state) {
        assertFalse(TransientFailures.isTransient(new IllegalStateException(new SQLException("refused", state))));
    }

    @Test
    void waitsWhenTheBrokerIsAway() {
        assertTrue(TransientFailures.isTransient(new BrokerUnavailableException("gone", new TimeoutException())));
        assertTrue(TransientFailures.isTransient(new RuntimeException(new ConnectException("refused"))));
    }

    @Test
    void waitsForAConnectionOfThePool() {
        assertTrue(TransientFailures.isTransient(
                new RuntimeException(new SQLException("Sorry, Acquisition timeout while waiting for new connection"))));
    }

    @Test
    void waitsWhenACommitFailsForNoReasonOfTheData() {
        RollbackException rollback = new RollbackException("timeout");
        assertTrue(TransientFailures.isTransient(new IllegalStateException(rollback)));
        rollback.addSuppressed(new SQLException("duplicate", "23505"));
        assertFalse(TransientFailures.isTransient(new IllegalStateException(rollback)));
    }

    @Test
    void doesNotWaitForABugOfOurs() {
        assertFalse(TransientFailures.isTransient(new IllegalArgumentException("bug")));
    }
}
