package dev.clausewatch.gateway.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.clausewatch.events.DiffOp;
import dev.clausewatch.events.DiffRun;
import dev.clausewatch.events.EvidenceSpan;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.Side;
import dev.clausewatch.events.TextFormat;
import dev.clausewatch.events.TouchedProvision;
import dev.clausewatch.gateway.changes.Redline;
import dev.clausewatch.testing.Stacks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No captured text keeps a page from being shown. The time-out only ends a test that hangs. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileTextBlockTest {

    private static final int MUCH = 900_000;

    @ParameterizedTest
    @ValueSource(
            strings = {"|-", "1.", "1", "(a)", "#", "# ", "- ", "\\", "[a](", "|", " ", "*", "a", "\u6f22", "a\n\n"})
    void aTextOfOnePieceRepeatedIsShownAsBlocks(String piece) throws Exception {
        String text = TextFormat.normalize("x" + piece + "\n\n" + piece.repeat(MUCH / piece.length()) + "x\n");
        assertFalse(Stacks.onSmallStack(() -> TextBlock.of(text)).isEmpty());
    }

    @Test
    void aRowOfDashesIsTakenForTheRowUnderAHeader() {
        assertEquals(
                List.of("row", "row", "paragraph"),
                TextBlock.of("| a | b |\n| --- | :-: |\n| - | c |\n\n--|\n").stream()
                        .map(TextBlock::kind)
                        .toList());
    }

    @Test
    void aRedlineOfManyRunsAndMuchEvidenceShowsAllWords() throws Exception {
        String text = "ab ".repeat(10_000);
        List<DiffRun> runs = new ArrayList<>();
        List<EvidenceSpan> evidence = new ArrayList<>();
        for (int i = 0; i < 30_000; i += 3) {
            runs.add(new DiffRun(DiffOp.EQUAL, i, i + 3, i, i + 3));
        }
        for (int i = 0; i < 30_000; i += 300) {
            evidence.add(new EvidenceSpan(Side.AFTER, i, i + 200, "rule"));
        }
        ProvisionText provision = new ProvisionText("p1", null, List.of(), null, text, 0, text.length());
        TouchedProvision touched =
                new TouchedProvision("p1", Set.of(ProvisionChange.EDITED), List.of(), provision, provision, runs);
        List<Redline.Run> redline = Stacks.onSmallStack(() -> Redline.of(touched, evidence));
        assertEquals(text, redline.stream().map(Redline.Run::text).collect(Collectors.joining()));
    }
}
