package dev.clausewatch.runtime.database;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.testing.EmbeddedDatabase;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.UnableToCreateStatementException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseTest {

    private static final Instant AT = Instant.parse("2026-11-30T06:00:00.123456Z");

    private final Database database = new Database(source());

    private record Thing(
            String id, long largeNumber, @Nullable Instant firstSeenAt, DayOfWeek day, List<String> words) {}

    private record Item(String id, @Nullable Instant at) {}

    @BeforeEach
    void table() {
        database.sql("drop table if exists thing").update();
        database.sql("create table thing (id text primary key, large_number bigint, first_seen_at timestamptz,"
                        + " day text, words text[], bytes bytea)")
                .update();
    }

    @Test
    void rowsBecomeRecordsByTheNamesOfTheirColumns() {
        add("a", AT);
        add("b", null);
        assertEquals(
                List.of(
                        new Thing("a", 1L << 40, AT, DayOfWeek.MONDAY, List.of("one", "two")),
                        new Thing("b", 1L << 40, null, DayOfWeek.MONDAY, List.of("one", "two"))),
                database.sql("select * from thing order by id").list(Thing.class));
    }

    @Test
    void rowsBecomeWhatAMapperMakesOfThem() {
        add("a", AT);
        assertEquals(
                Optional.of(AT),
                database.sql("select * from thing").first(row -> row.getColumn("first_seen_at", Instant.class)));
        assertArrayEquals(
                new byte[] {0, 1},
                database.sql("select bytes from thing").one(row -> row.getColumn("bytes", byte[].class)));
        assertEquals(
                List.of("one", "two"),
                database.sql("select words from thing").one(row -> List.of(row.getColumn("words", String[].class))));
    }

    @Test
    void aRowThatIsNotThereIsEmpty() {
        assertEquals(Optional.empty(), database.sql("select id from thing").first(String.class));
        assertThrows(
                IllegalStateException.class,
                () -> database.sql("select id from thing").one(String.class));
    }

    @Test
    void castsOperatorsAndComparisonsAreSqlAndNotParameters() {
        assertEquals(
                true,
                database.sql("select '{\"a\": 1}'::jsonb ?? 'a' and 1<2 and 3 >2 and ':no' <> :yes -- :neither")
                        .bind("yes", "x")
                        .one(Boolean.class));
        assertEquals(
                "x",
                database.sql("select :value::jsonb ->> 'k'")
                        .bind("value", "{\"k\":\"x\"}")
                        .one(String.class));
    }

    @Test
    void collectionsAndArraysAreArrays() {
        add("a", AT);
        add("b", AT);
        assertEquals(
                List.of("a"),
                database.sql("select id from thing where id = any (:ids)")
                        .bind("ids", Set.of("a", "c"))
                        .list(String.class));
        assertEquals(
                5L,
                database.sql("select (:ints::int[])[1] + (:longs::bigint[])[2]")
                        .bind("ints", new Integer[] {2})
                        .bind("longs", new Long[] {1L, 3L})
                        .one(Long.class));
    }

    @Test
    void aTextWithNulIsStoredWithoutAloneAndInABatch() {
        assertEquals(
                "a\uFFFDb",
                database.sql("select :text::text").bind("text", "a\0b").one(String.class));
        database.batch(
                "insert into thing (id, first_seen_at) values (:id, :at)",
                List.of(new Item("a\0", null), new Item("b\0", AT)),
                (row, item) -> row.bind("id", item.id()).bind("at", item.at()));
        assertEquals(
                List.of("a\uFFFD", "b\uFFFD"),
                database.sql("select id from thing order by id").list(String.class));
    }

    @Test
    void aTransactionIsAllOrNothing() {
        assertThrows(
                ArithmeticException.class,
                () -> database.transaction(() -> {
                    add("a", AT);
                    throw new ArithmeticException();
                }));
        assertEquals(0, count());
        database.transaction(() -> add("a", AT));
        assertEquals(1, count());
    }

    @Test
    void aFailureSaysWhetherTheDataIsAtFault() {
        add("a", AT);
        DatabaseException twice = assertThrows(DatabaseException.class, () -> add("a", AT));
        assertTrue(twice.causedByData());
        DatabaseException wrong = assertThrows(
                DatabaseException.class,
                () -> database.sql("select 1 from nowhere").list(Integer.class));
        assertFalse(wrong.causedByData());
    }

    @Test
    void aParameterThatIsMissingOrUnknownIsAMistake() {
        assertThrows(
                UnableToCreateStatementException.class,
                () -> database.sql("select :a").list(String.class));
        assertThrows(
                UnableToCreateStatementException.class,
                () -> database.sql("select 1").bind("a", 1).list(String.class));
    }

    @Test
    void aLockIsHeldUntilItIsClosed() {
        try (SessionLock lock = database.tryLock(7)) {
            assertNotNull(lock);
            assertNull(database.tryLock(7));
        }
        try (SessionLock lock = database.tryLock(7)) {
            assertNotNull(lock);
        }
    }

    private int add(String id, @Nullable Instant firstSeenAt) {
        return database.sql("""
                        insert into thing (id, large_number, first_seen_at, day, words, bytes)
                        values (:id, :large, :at, :day, :words, :bytes)""")
                .bind("id", id)
                .bind("large", 1L << 40)
                .bind("at", firstSeenAt)
                .bind("day", DayOfWeek.MONDAY)
                .bind("words", List.of("one", "two"))
                .bind("bytes", new byte[] {0, 1})
                .update();
    }

    private int count() {
        return database.sql("select count(*) from thing").one(Integer.class);
    }

    private static PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(EmbeddedDatabase.jdbcUrl());
        source.setUser("postgres");
        source.setPassword("postgres");
        return source;
    }
}
