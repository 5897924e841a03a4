package dev.clausewatch.classifier.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class BackgroundTest {

    @Test
    void whatIsMadeIsThereAsOftenAsAsked() {
        Background<String> made = Background.start(() -> "model");

        assertEquals("model", made.get());
        assertEquals("model", made.get());
    }

    @Test
    void whatItsMakingThrewReachesTheCaller() {
        IllegalArgumentException broken = new IllegalArgumentException("model/types.tsv.gz cannot be read");
        Background<String> made = Background.start(() -> {
            throw broken;
        });

        assertSame(broken, assertThrows(IllegalArgumentException.class, made::get));
    }
}
