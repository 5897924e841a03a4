package dev.clausewatch.classifier.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class TabbedFileTest {

    @Test
    void cellsAndNumbersComeLineByLine() throws IOException {
        TabbedFile file = file("a\t\tc\nna\u00efve\t0:-12\t3:4\n");

        assertEquals(List.of("a", "", "c"), file.cells());
        assertEquals(3, file.countCells());
        assertEquals("na\u00efve", file.text());
        assertTrue(file.hasMoreCells());
        assertEquals(List.of(0, -12, 3, 4), List.of(file.number(), file.number(), file.number(), file.number()));
        assertFalse(file.hasMoreCells());
        assertFalse(file.hasMoreLines());
    }

    @Test
    void aLastLineWithoutAnEndIsRead() throws IOException {
        TabbedFile file = file("a\t7");

        assertEquals("a", file.text());
        assertEquals(7, file.number());
        assertFalse(file.hasMoreLines());
        assertThrows(IndexOutOfBoundsException.class, file::text);
    }

    @Test
    void whatIsNoNumberOrTooLongIsRefused() throws IOException {
        for (String cell : List.of("", "-", "1.5", "x", "1x", "1234567890", "99999999999999999999")) {
            TabbedFile file = file(cell + "\tnext");

            assertThrows(NumberFormatException.class, file::number, cell);
        }
    }

    @Test
    void aModelThatIsCutOffIsRefused() {
        byte[] whole = gzipped("clausewatch-types 1\na\tb\n");

        assertThrows(IllegalArgumentException.class, () -> LinearModelFile.read("clausewatch-types 1", whole));
    }

    private static TabbedFile file(String text) throws IOException {
        return new TabbedFile(gzipped(text));
    }

    private static byte[] gzipped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
