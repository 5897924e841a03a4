package dev.clausewatch.classifier.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.clausewatch.classifier.rules.ProvisionInput;
import dev.clausewatch.classifier.taxonomy.DataFiles;
import dev.clausewatch.classifier.taxonomy.Register;
import dev.clausewatch.events.EvidenceSpan;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Side;
import dev.clausewatch.events.TextFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerCheckTest {

    private static final AnswerCheck CHECK = new AnswerCheck(Register.read(new DataFiles()));
    private static final String CLAUSE =
            "**You may not** use the \u201coutput\u201d  to train models\nthat compete with [ours](https://nimbus.example/ai), or sell it.";

    private static CheckedAnswer check(String answer, String clause) {
        Question question =
                Question.of(new ProvisionInput("Terms of Service", List.of("Use"), null, clause), Side.AFTER);
        return CHECK.check(answer, question, "test-model");
    }

    private static String quoting(String type, String quotation) {
        return "{\"type\": \"" + type + "\", \"quotation\": \"" + quotation + "\"}";
    }

    private static String answer(String... types) {
        return "{\"types\": [" + String.join(", ", types) + "]}";
    }

    private static CheckedAnswer.Read read(CheckedAnswer answer) {
        return assertInstanceOf(CheckedAnswer.Read.class, answer);
    }

    private static void assertRefused(String reason, CheckedAnswer answer) {
        assertEquals(
                reason, assertInstanceOf(CheckedAnswer.Refused.class, answer).reason());
    }

    @Test
    void takesATypeWithWordsThatStandInTheProvision() {
        CheckedAnswer.Read read = read(check(answer(quoting("non-compete", "train models that compete")), CLAUSE));
        ProvisionType type = read.types().getFirst();
        assertEquals("non-compete", type.id());
        EvidenceSpan span = type.evidence().getFirst();
        assertEquals("language-model/test-model", span.decidedBy());
        assertEquals(Side.AFTER, span.side());
        assertEquals("train models\nthat compete", TextFormat.slice(CLAUSE, span.start(), span.end()));
        assertEquals(List.of(), read.refusals());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You may not use the \u2018output\u2019",
                "you may not use",
                "use the output to train",
                "train models \u2026 compete",
                "rain models",
                "compete with us",
                "\u2026",
                "",
                "https://nimbus.example/ai"
            })
    void refusesWordsThatDoNotStandThere(String quotation) {
        assertRefused("unfounded", check(answer(quoting("non-compete", quotation)), CLAUSE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You may not use the \\\"output\\\" to train",
                "compete with ours, or sell it",
                "compete with [ours](https://nimbus.example/ai)",
                "that compete with ours.",
                " or   sell it. "
            })
    void marksBlanksAndTheEndOfASentenceMakeNoDifference(String quotation) {
        assertEquals(
                List.of(),
                read(check(answer(quoting("non-compete", quotation)), CLAUSE)).refusals());
    }

    @Test
    void placesAreCodePoints() {
        String clause = "\ud83d\ude00 \ud83d\ude00 You may not compete.";
        EvidenceSpan span = read(check(answer(quoting("non-compete", "may not compete")), clause))
                .types()
                .getFirst()
                .evidence()
                .getFirst();
        assertEquals("may not compete", TextFormat.slice(clause, span.start(), span.end()));
    }

    @Test
    void struckOutWordsDoNotHold() {
        String clause = "You may ~~not compete and~~ sell the output.";
        assertRefused("unfounded", check(answer(quoting("non-compete", "not compete")), clause));
        read(check(answer(quoting("output-ownership", "You may sell the output")), clause));
    }

    @Test
    void aTypeThatIsRefusedTakesNoOtherWithIt() {
        CheckedAnswer.Read read = read(check(
                answer(
                        quoting("no-such-type", "sell it"),
                        quoting("non-compete", "train models"),
                        quoting("non-compete", "sell it")),
                CLAUSE));
        assertEquals(
                List.of("non-compete"),
                read.types().stream().map(ProvisionType::id).toList());
        assertEquals(List.of("unknown-type", "given-twice"), read.refusals());
    }

    @Test
    void anAnswerOfWhichNothingIsLeftIsRefused() {
        assertRefused(
                "unfounded",
                check(answer(quoting("no-such-type", "sell it"), quoting("non-compete", "a pony")), CLAUSE));
    }

    @Test
    void refusesMoreThanThreeTypes() {
        assertRefused(
                "too-many-types",
                check(
                        answer(
                                quoting("non-compete", "sell it"),
                                quoting("platform-ip", "sell it"),
                                quoting("ai-training", "sell it"),
                                quoting("copying-or-extraction", "sell it")),
                        CLAUSE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "non-compete",
                "{\"types\": [",
                "{\"types\": \"non-compete\"}",
                "{\"types\": [\"non-compete\"]}",
                "{\"types\": [{\"type\": \"non-compete\"}]}",
                "{\"types\": [{\"type\": 1, \"quotation\": \"sell it\"}]}",
                "{\"types\": []} That is all.",
                "{\"types\": [], \"types\": []}",
                "[]",
                "null",
                "```json",
                "``````"
            })
    void refusesWhatIsNotTheJsonAskedFor(String answer) {
        assertRefused("unreadable", check(answer, CLAUSE));
    }

    @Test
    void refusesAHugeAnswer() {
        assertRefused("too-large", check("{\"types\": []" + " ".repeat(AnswerCheck.MOST_CHARACTERS) + "}", CLAUSE));
        assertRefused("unreadable", check("[".repeat(AnswerCheck.MOST_CHARACTERS), CLAUSE));
    }

    @Test
    void takesJsonBetweenMarksOfCode() {
        CheckedAnswer.Read read =
                read(check("```json\n" + answer(quoting("non-compete", "train models")) + "\n```", CLAUSE));
        assertEquals(1, read.types().size());
        assertEquals(List.of(), read(check("{\"types\": []}", CLAUSE)).types());
    }
}
