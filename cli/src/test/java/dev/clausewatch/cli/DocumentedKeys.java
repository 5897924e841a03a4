package dev.clausewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys that a command's help promises of {@code --json}, such as <code>{a, b?, rows[{c}], names[]}</code>: an optional b, rows of
 * objects, plain names.
 */
record DocumentedKeys(List<Key> keys) {

    private static final String BEFORE = "With--json:";

    record Key(String name, boolean optional, boolean list, DocumentedKeys below) {}

    /** Reads them from the help. */
    static DocumentedKeys in(String help) {
        StringBuilder words = new StringBuilder();
        help.chars().filter(c -> !Character.isWhitespace(c)).forEach(c -> words.append((char) c));
        int start = words.indexOf(BEFORE);
        assertTrue(start >= 0, help);
        return new Parser(words.toString(), start + BEFORE.length()).object();
    }

    /** Every key is documented and in its place, and none is missing that is not optional. */
    void assertAreThoseOf(JsonNode object) {
        List<String> expected = keys.stream()
                .filter(key -> !key.optional() || object.has(key.name()))
                .map(Key::name)
                .toList();
        List<String> found = new ArrayList<>();
        object.fieldNames().forEachRemaining(found::add);
        assertEquals(expected, found);
        for (Key key : keys) {
            JsonNode value = object.path(key.name());
            assertEquals(key.list(), value.isArray(), key.name());
            if (key.list()) {
                value.forEach(key.below()::assertIs);
            } else {
                key.below().assertIs(value);
            }
        }
    }

    private void assertIs(JsonNode value) {
        if (!keys.isEmpty()) {
            assertAreThoseOf(value);
        } else if (!value.isMissingNode()) {
            assertTrue(value.isValueNode() && !value.isNull(), value::toString);
        }
    }

    private static final class Parser {

        private final String text;
        private int at;

        Parser(String text, int at) {
            this.text = text;
            this.at = at;
        }

        DocumentedKeys object() {
            List<Key> keys = new ArrayList<>();
            expect('{');
            do {
                keys.add(key());
            } while (skip(','));
            expect('}');
            return new DocumentedKeys(keys);
        }

        private Key key() {
            int start = at;
            while (Character.isLetterOrDigit(text.charAt(at))) {
                at++;
            }
            String name = text.substring(start, at);
            boolean optional = skip('?');
            boolean list = skip('[');
            DocumentedKeys below = text.charAt(at) == '{' ? object() : new DocumentedKeys(List.of());
            if (list) {
                expect(']');
            }
            return new Key(name, optional, list, below);
        }

        private boolean skip(char c) {
            boolean there = text.charAt(at) == c;
            at += there ? 1 : 0;
            return there;
        }

        private void expect(char c) {
            assertTrue(skip(c), () -> "%s is missing before %s".formatted(c, text.substring(at)));
        }
    }
}
