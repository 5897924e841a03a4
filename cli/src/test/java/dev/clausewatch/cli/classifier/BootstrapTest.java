package dev.clausewatch.cli.classifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.cli.classifier.Bootstrap.Interval;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    private record Answer(String service, boolean right) {}

    @Test
    void aFigureThatAllServicesHaveIsSure() {
        Interval interval = interval(List.of(new Answer("Orbitra", true), new Answer("Nimbus", true)));
        assertEquals(new Interval("share", 1, 1), interval);
    }

    @Test
    void manyAnswersOfOneServiceCountAsOneDraw() {
        List<Answer> answers = IntStream.range(0, 1_000)
                .mapToObj(i -> new Answer(i < 500 ? "Orbitra" : "Nimbus", i < 500))
                .toList();
        assertEquals(new Interval("share", 0, 1), interval(answers));
    }

    @Test
    void moreServicesMakeItNarrower() {
        assertTrue(width(interval(services(400))) < width(interval(services(20))));
        assertEquals(interval(services(20)), interval(services(20)));
    }

    private static List<Answer> services(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Answer("Service " + i, i % 4 != 0))
                .toList();
    }

    private static double width(Interval interval) {
        return interval.high() - interval.low();
    }

    private static Interval interval(List<Answer> answers) {
        return Bootstrap.intervals(
                        answers,
                        Answer::service,
                        some -> Map.of(
                                "share", some.stream().filter(Answer::right).count() / (double) some.size()))
                .getFirst();
    }
}
