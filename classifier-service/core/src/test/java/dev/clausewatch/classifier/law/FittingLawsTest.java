package dev.clausewatch.classifier.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.clausewatch.classifier.taxonomy.DataFiles;
import dev.clausewatch.classifier.taxonomy.Register;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.ForceOnDay;
import dev.clausewatch.events.ForceOnDay.Force;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FittingLawsTest {

    private static final Register REGISTER = Register.read(new DataFiles());
    private static final FittingLaws LAWS = FittingLaws.of(REGISTER);
    private static final LocalDate DAY = LocalDate.parse("2026-11-30");

    private record Case(
            String text,
            List<String> types,
            @Nullable String platform,
            @Nullable String termsType,
            @Nullable String category,
            @Nullable List<String> jurisdictions,
            @Nullable LocalDate day,
            List<String> must,
            @Nullable List<String> named,
            @Nullable List<String> mustNot) {

        List<FittingLaw> laws() {
            return LAWS.of(
                    types,
                    text,
                    new DocumentRef(
                            "halvorin/terms",
                            Objects.requireNonNullElse(platform, "Halvorin"),
                            Objects.requireNonNullElse(termsType, "Terms of Service"),
                            "en",
                            Objects.requireNonNullElse(jurisdictions, List.of()),
                            "https://halvorin.example/terms",
                            category),
                    Objects.requireNonNullElse(day, DAY));
        }
    }

    @Test
    void clausesHaveTheLawsThatACarefulReaderWouldName() {
        List<String> wrong = new ArrayList<>();
        for (Case one : new DataFiles().read("/laws.yaml", new TypeReference<List<Case>>() {})) {
            List<FittingLaw> laws = one.laws();
            List<String> found =
                    laws.stream().flatMap(law -> ways(law).stream()).toList();
            List<String> named = laws.stream()
                    .filter(law -> law.why() == FittingLaw.Why.NAMED)
                    .map(FittingLaw::instrument)
                    .toList();
            List<String> mustNot = Objects.requireNonNullElse(one.mustNot(), List.of());
            boolean right = found.containsAll(one.must())
                    && mustNot.stream().noneMatch(found::contains)
                    && laws.size() <= FittingLaws.MOST
                    && (!one.must().isEmpty() || laws.isEmpty())
                    && named.equals(Objects.requireNonNullElse(one.named(), named));
            if (!right) {
                wrong.add(one.text() + " " + one.types() + "\n   has  "
                        + laws.stream()
                                .map(law -> law.instrument() + " " + law.pinpoint() + " " + law.why())
                                .toList() + "\n   must " + one.must() + " not " + mustNot);
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    private static List<String> ways(FittingLaw law) {
        return List.of(law.instrument(), law.instrument() + " " + law.pinpoint());
    }

    @Test
    void whatIsNamedComesFirst() {
        List<FittingLaw> laws = laws("We may use your content to train our models, as the GDPR allows.", "ai-training");
        assertEquals("eu-gdpr", laws.getFirst().instrument());
        assertTrue(laws.getFirst().engaged().named());
        assertFalse(laws.getLast().engaged().named());
    }

    @Test
    void dutiesOfGeneralPurposeModelsWereNotLawInApril2024() {
        LocalDate april = LocalDate.parse("2024-04-15");
        assertEquals(Force.NOT_YET, force("eu-ai-act-gpai", april));
        assertEquals(Force.APPLIES_LATER, force("eu-ai-act-gpai", LocalDate.parse("2025-01-15")));
        assertEquals(Force.IN_FORCE, force("eu-ai-act-gpai", LocalDate.parse("2025-08-02")));
    }

    @Test
    void aPostponedLawAppliesFromTheDayThatWasSetThen() {
        LocalDate before = LocalDate.parse("2026-03-01");
        LocalDate after = LocalDate.parse("2026-07-01");
        assertEquals(
                LocalDate.parse("2026-08-02"),
                onDay("eu-ai-act-annex-iii", before).appliesFrom());
        assertEquals(
                LocalDate.parse("2027-12-02"),
                onDay("eu-ai-act-annex-iii", after).appliesFrom());
        assertEquals(Force.APPLIES_LATER, force("eu-ai-act-annex-iii", after));
    }

    @Test
    void aVacatedRuleFitsOnlyWhileItStoodOrWhereItIsNamed() {
        String clause = "Your plan renews automatically. You can cancel the subscription online.";
        assertTrue(ids(clause, "auto-renewal-or-cancellation", LocalDate.parse("2025-03-01"))
                .contains("us-negative-option-2024"));
        assertFalse(ids(clause, "auto-renewal-or-cancellation", DAY).contains("us-negative-option-2024"));
        assertTrue(ids("As the Negative Option Rule asks: " + clause, "auto-renewal-or-cancellation", DAY)
                .contains("us-negative-option-2024"));
        assertEquals(Force.VACATED, force("us-negative-option-2024", DAY));
        assertEquals(Force.IN_FORCE, force("us-negative-option-2024", LocalDate.parse("2025-03-01")));
    }

    @Test
    void enjoinedLawsAreToldAsEnjoined() {
        assertEquals(Force.IN_FORCE, force("us-ca-election-media", LocalDate.parse("2024-09-20")));
        assertEquals(Force.ENJOINED, force("us-ca-election-media", DAY));
        assertEquals(Force.ENJOINED, force("us-co-ai-2024", DAY));
        assertEquals(Force.REPEALED, force("us-co-ai-2024", LocalDate.parse("2027-01-01")));
        assertEquals(Force.IN_FORCE, force("us-tx-election-media", DAY));
    }

    @Test
    void whatNobodyHadPassedIsToldShortlyBeforeItAppliesOnly() {
        String clause = "Generated images carry a watermark.";
        assertEquals(List.of(), ids(clause, "ai-transparency", LocalDate.parse("2021-05-01")));
        assertTrue(ids(clause, "ai-transparency", LocalDate.parse("2024-08-03")).contains("eu-ai-act-art-50"));
    }

    private static List<FittingLaw> laws(String text, String type) {
        return LAWS.of(List.of(type), text, document(), DAY);
    }

    private static List<String> ids(String text, String type, LocalDate day) {
        return LAWS.of(List.of(type), text, document(), day).stream()
                .map(FittingLaw::instrument)
                .toList();
    }

    private static DocumentRef document() {
        return new DocumentRef(
                "halvorin/terms", "Halvorin", "Terms of Service", "en", List.of(), "https://halvorin.example/terms");
    }

    private static Force force(String id, LocalDate day) {
        return onDay(id, day).force();
    }

    private static ForceOnDay onDay(String id, LocalDate day) {
        return ForceOnDay.of(
                REGISTER.instruments().stream()
                        .filter(law -> law.id().equals(id))
                        .findFirst()
                        .orElseThrow(),
                day);
    }
}
