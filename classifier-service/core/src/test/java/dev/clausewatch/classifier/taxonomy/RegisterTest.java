package dev.clausewatch.classifier.taxonomy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.Areas;
import dev.clausewatch.events.RegisterPublished;
import dev.clausewatch.events.RegisterPublished.Area;
import dev.clausewatch.events.RegisterPublished.Instrument;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegisterTest {

    private static final Fits NO_FITS = new Fits(
            Map.of(), new Fits.Business(List.of(), List.of()), Map.of(), Map.of(), List.of(), List.of(), List.of());

    private final Register register = Register.read(new DataFiles());

    @Test
    void hasTheWholeTaxonomy() {
        assertEquals(41, register.types().size());
        assertEquals(Areas.ALL, register.areas().stream().map(Area::id).toList());
        for (RegisterPublished.Type type : register.types()) {
            assertFalse(type.areas().isEmpty(), type.id());
            assertNotNull(type.whyItMatters(), type.id());
        }
    }

    @Test
    void noTypeAndNoAreaShareATitle() {
        Set<String> titles = new HashSet<>();
        register.areas().forEach(area -> assertTrue(titles.add(area.title().toLowerCase(Locale.ROOT)), area.title()));
        register.types().forEach(type -> assertTrue(titles.add(type.title().toLowerCase(Locale.ROOT)), type.title()));
    }

    @Test
    void everyTypeSaysWhatItMeansAndWhatToAskNext() {
        assertEquals(
                register.types().stream().map(RegisterPublished.Type::id).toList(),
                register.analyses().stream()
                        .map(RegisterPublished.Analysis::type)
                        .toList());
        register.analyses().forEach(analysis -> assertFalse(analysis.questions().isEmpty(), analysis.type()));
    }

    @Test
    void refusesATypeWithoutAnAnalysisAndAnAnalysisOfNoType() {
        RegisterPublished.Type type = new RegisterPublished.Type("t", "T", "d", List.of("a"), List.of(), null);
        List<Area> areas = List.of(new Area("a", "A"));
        RegisterPublished.Analysis analysis =
                new RegisterPublished.Analysis("u", "i", "w", "j", "c", "m", List.of("q"));
        assertEquals(
                "The type t has no analysis",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Register.of(List.of(type), areas, List.of(), List.of(), NO_FITS))
                        .getMessage());
        assertEquals(
                "There is an analysis of u, which is no type",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Register.of(List.of(), areas, List.of(), List.of(analysis), NO_FITS))
                        .getMessage());
    }

    @Test
    void everyAreaIsUsedAndEveryInstrumentCanBeEngaged() {
        Set<String> areas = new HashSet<>();
        register.types().forEach(type -> areas.addAll(type.areas()));
        register.areas().forEach(area -> assertTrue(areas.contains(area.id()), area.id()));
        Set<String> engaged = new HashSet<>();
        register.fits().fits().forEach(fit -> engaged.add(fit.instrument()));
        register.fits().named().forEach(named -> engaged.add(named.instrument()));
        register.instruments().forEach(instrument -> assertTrue(engaged.contains(instrument.id()), instrument.id()));
    }

    @Test
    void everyInstrumentSaysWhoEnforcesItAndWhereItStands() {
        for (Instrument instrument : register.instruments()) {
            assertFalse(instrument.authorities().isEmpty(), instrument.id());
            assertFalse(instrument.enforcement() == RegisterPublished.Enforcement.UNKNOWN, instrument.id());
            String source = instrument.source();
            assertNotNull(source, instrument.id());
            assertTrue(source.startsWith("https://"), instrument.id());
            LocalDate from = instrument.inForceFrom();
            LocalDate to = instrument.inForceTo();
            assertTrue(to == null || (from != null && from.isBefore(to)), instrument.id());
            assertEquals(instrument.checkedOn() == null, instrument.checkedAgainst() == null, instrument.id());
        }
    }

    @Test
    void theStepsOfALawAgreeWithItsDates() {
        for (Instrument instrument : register.instruments()) {
            List<RegisterPublished.StatusChange> status = instrument.status();
            if (status == null) {
                continue;
            }
            for (int i = 1; i < status.size(); i++) {
                assertTrue(status.get(i - 1).from().isBefore(status.get(i).from()), instrument.id());
            }
            status.stream()
                    .filter(step -> step.standing() == RegisterPublished.Standing.IN_FORCE)
                    .findFirst()
                    .ifPresent(step -> assertEquals(instrument.inForceFrom(), step.from(), instrument.id()));
            LocalDate to = instrument.inForceTo();
            assertTrue(to == null || status.getLast().from().equals(to), instrument.id());
        }
    }

    @Test
    void aTypeHasTheLawsThatItsClausesMayEngage() {
        assertTrue(register.type("trackers").instruments().contains("eu-eprivacy"));
        assertEquals(List.of(), register.type("ai-output-reliability").instruments());
    }

    @Test
    void refusesConditionsOfALawThatIsNotThere() {
        Fits fits = new Fits(
                Map.of(),
                new Fits.Business(List.of(), List.of()),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(new Fits.Named("gone", null, List.of("gone"), List.of())),
                List.of());
        assertEquals(
                "The conditions of laws name gone, which is not there",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Register.of(List.of(), List.of(), List.of(), List.of(), fits))
                        .getMessage());
    }

    @Test
    void areasFollowFromTypesEachOnce() {
        assertEquals(
                List.of("eu-competition", "ftc-section-5", "trade-secret", "copyright"),
                register.areasOf(List.of("non-compete", "platform-ip")));
    }

    @Test
    void refusesATypeThatPointsNowhere() {
        RegisterPublished.Type type = new RegisterPublished.Type("t", "T", "d", List.of("a"), List.of("gone"), null);
        List<Area> areas = List.of(new Area("a", "A"));
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> Register.of(List.of(type), areas, List.of(), List.of(), NO_FITS));
        assertEquals("The type t names gone, which is not there", refusal.getMessage());
    }

    @Test
    void theVersionIsThatOfTheContent() {
        DataFiles once = new DataFiles();
        DataFiles again = new DataFiles();
        Register.read(once);
        Register.read(again);
        assertEquals(once.version(), again.version());
        assertFalse(once.version().equals(new DataFiles().version()));
    }
}
