package dev.clausewatch.classifier.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.testing.CanonicalEvents;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassificationSizeLimitTest {

    private final ChangeClassified answer = CanonicalEvents.changeClassified();

    @Test
    void leavesAnAnswerThatFitsAsItIs() {
        assertSame(answer, ClassificationSizeLimit.fit(answer, size(answer)));
    }

    @Test
    void dropsDetailOfTheAnalysisBeforeAnythingOfTheChange() {
        int bare = size(ClassificationSizeLimit.fit(answer, 1));
        int changeWhole = IntStream.iterate(size(answer) - 1, limit -> limit > bare, limit -> limit - 1)
                .filter(limit ->
                        !ClassificationSizeLimit.fit(answer, limit).change().equals(answer.change()))
                .findFirst()
                .orElseThrow();
        ChangeClassified fitting = ClassificationSizeLimit.fit(answer, changeWhole + 1);
        assertEquals(answer.change(), fitting.change());
        assertTrue(fitting.provisions().stream().allMatch(it -> it.sentence().isEmpty()));
    }

    @Test
    void keepsWhatWasDecidedAndEveryProvisionWhenEvenTheTextsAreTooMuch() {
        ChangeClassified fitting = ClassificationSizeLimit.fit(answer, 1);
        assertTrue(size(fitting) < size(answer));
        assertEquals(answer.meaning().types(), fitting.meaning().types());
        assertEquals(answer.meaning().severity(), fitting.meaning().severity());
        assertEquals(answer.meaning().alert(), fitting.meaning().alert());
        assertEquals(answer.change().provisions(), fitting.change().provisions());
        assertEquals(answer.provisions().size(), fitting.provisions().size());
        assertEquals(
                answer.change().touched().size(), fitting.change().touched().size());
        assertTrue(fitting.change().touched().stream()
                .allMatch(touched ->
                        touched.after() == null || touched.after().text().isEmpty()));
    }

    private static int size(ChangeClassified answer) {
        return EventCodec.write(answer).length;
    }
}
