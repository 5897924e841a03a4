package dev.clausewatch.alert.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.testing.ReleaseWrites;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A release can write to the schema of the next one: migrations expand first. */
class ReleaseWritesTest {

    static List<ReleaseWrites> releases() {
        return ReleaseWrites.all();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void theSchemaOfNowTakesWhatAReleaseWrites(ReleaseWrites release) throws SQLException {
        release.runOnTheSchemaOfNow();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void whatAReleaseWritesIsKnownWhole(ReleaseWrites release) throws SQLException {
        assertEquals(List.of(), release.forgottenColumns());
    }
}
