package dev.clausewatch.cli.differ;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.TextFormat;
import dev.clausewatch.events.TouchedProvision;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UntrueTextsTest {

    private static final String CLAUSE = "You may take your photographs with you when you leave Orbitra.";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ADDED   | it stood before, word for word | # Terms\\n\\n%s\\n | 1
            ADDED   | it stood inside a paragraph | We are glad. **YOU may  take** your [photographs](/p) with\\nyou when you leave Orbitra. Thanks.\\n | 1
            ADDED   | something else stood there | You may take your drawings with you when you leave Orbitra.\\n | 0
            ADDED   | it was struck out | ~~You may take your photographs with you when you leave Orbitra.~~\\n | 0
            EDITED  | an edit claims nothing | # Terms\\n\\n%s\\n | 0
            """)
    void aTextIsUntrulyAddedWhenItStoodBefore(ProvisionChange what, String why, String before, int untrue) {
        String text = before.replace("\\n", "\n").replace("%s", CLAUSE);
        assertEquals(
                untrue,
                UntrueTexts.of(List.of(touched(what, null, CLAUSE)), text, CLAUSE)
                        .size(),
                why);
    }

    @Test
    void aTextIsUntrulyRemovedWhenItStillStands() {
        List<TouchedProvision> gone = List.of(touched(ProvisionChange.REMOVED, CLAUSE, null));
        assertEquals(gone, UntrueTexts.of(gone, CLAUSE, "- " + CLAUSE));
        assertEquals(List.of(), UntrueTexts.of(gone, CLAUSE, "You may leave Orbitra."));
    }

    @Test
    void fewWordsMayStandAnywhere() {
        List<TouchedProvision> added = List.of(touched(ProvisionChange.ADDED, null, "Not available in your country"));
        assertEquals(List.of(), UntrueTexts.of(added, "Not available in your country", ""));
    }

    private static TouchedProvision touched(ProvisionChange what, @Nullable String before, @Nullable String after) {
        return new TouchedProvision("id", Set.of(what), List.of(), text(before), text(after), List.of());
    }

    private static @Nullable ProvisionText text(@Nullable String text) {
        return text == null ? null : new ProvisionText("id", null, List.of(), null, text, 0, TextFormat.length(text));
    }
}
