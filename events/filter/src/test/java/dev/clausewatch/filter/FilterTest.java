package dev.clausewatch.filter;

import static dev.clausewatch.filter.Changed.provision;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.clausewatch.events.Assessment;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.Direction;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.MachineReading;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {

    /** The document is Nimbus Chat's Terms of Service, in English, for everybody. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                 | true
            {"platforms": ["Somebody else", "nimbus CHAT"]}                    | true
            {"platforms": ["Other"]}                                           | false
            {"termsTypes": ["terms of service"]}                               | true
            {"termsTypes": ["Privacy Policy"]}                                 | false
            {"documents": ["nimbus-chat/terms-of-service"]}                    | true
            {"documents": ["nimbus-chat/privacy-policy"]}                      | false
            {"kinds": ["substantive"]}                                         | true
            {"kinds": ["SUSPECT", "EDITORIAL"]}                                | false
            {"areas": ["copyright", "data-protection"]}                        | true
            {"areas": ["copyright"]}                                           | false
            {"types": ["data-sharing"]}                                        | true
            {"types": ["arbitration"]}                                         | false
            {"instruments": ["gdpr"]}                                          | true
            {"instruments": ["other-law"]}                                     | false
            {"minSeverity": "medium"}                                          | true
            {"minMateriality": "material"}                                     | true
            {"directions": ["worse"]}                                          | true
            {"directions": ["BETTER", "UNCLEAR"]}                              | false
            {"provisions": ["a"]}                                              | true
            {"provisions": ["b"]}                                              | false
            {"words": "sell"}                                                  | true
            {"words": "rent"}                                                  | false
            {"directions": ["WORSE"], "areas": ["data-protection"], "words": "sell"} | true
            {"directions": ["WORSE"], "areas": ["copyright"], "words": "sell"}       | false
            """)
    void everyCriterionMustHold(String filter, boolean matches) {
        assertEquals(matches, filter(filter).matches(Changed.of(provision("a"))));
    }

    @Test
    void allThatIsAskedOfProvisionsIsAskedOfOneAndTheSame() {
        Changed grave = provision("a");
        Changed harmless = provision("b")
                .meaning(Assessment.ASSESSED, List.of("eu-ai-act"), Materiality.MINOR, Severity.LOW)
                .words("One model.", "One robot.");
        ChangeFacts both = Changed.of(grave, harmless);
        assertFalse(filter("{'areas': ['eu-ai-act'], 'minSeverity': 'HIGH'}").matches(both));
        assertFalse(
                filter("{'areas': ['eu-ai-act'], 'minMateriality': 'MATERIAL'}").matches(both));
        assertFalse(filter("{'areas': ['eu-ai-act'], 'words': 'sell'}").matches(both));
        assertFalse(filter("{'provisions': ['a'], 'words': 'robot'}").matches(both));
        assertTrue(filter("{'provisions': ['b'], 'words': 'robot', 'areas': ['eu-ai-act']}")
                .matches(both));
        assertTrue(
                filter("{'areas': ['data-protection'], 'minSeverity': 'HIGH'}").matches(both));
    }

    @Test
    void aProvisionIsFollowedThroughSplitsAndMerges() {
        ChangeFacts split = Changed.of(provision("new").from("old", "other"));
        assertTrue(filter("{'provisions': ['old']}").matches(split));
        assertTrue(filter("{'provisions': ['new']}").matches(split));
        assertFalse(filter("{'provisions': ['elsewhere']}").matches(split));
    }

    @Test
    void whatCouldNotBeAssessedHasEveryMeaningButNoOtherWords() {
        ChangeFacts unread =
                Changed.of(provision("a").meaning(Assessment.NOT_ASSESSED, List.of(), Materiality.UNKNOWN, null));
        assertTrue(filter("{'areas': ['eu-ai-act'], 'minSeverity': 'HIGH', 'minMateriality': 'MATERIAL'}")
                .matches(unread));
        assertTrue(filter("{'directions': ['BETTER'], 'types': ['arbitration'], 'instruments': ['x']}")
                .matches(unread));
        assertFalse(filter("{'words': 'rent'}").matches(unread));
        assertFalse(filter("{'platforms': ['Other']}").matches(unread));
        assertFalse(filter("{'provisions': ['b']}").matches(unread));
    }

    @Test
    void whatALanguageModelDecidedHasEveryMeaning() {
        Changed usual = provision("a");
        MachineReading reading = MachineReading.read(List.of(), "test-model", Instant.EPOCH);
        Changed decided =
                new Changed(usual.touched(), usual.meaning().withMachineReading(reading.beside(List.of(), true)));
        Changed beside =
                new Changed(usual.touched(), usual.meaning().withMachineReading(reading.beside(List.of(), false)));
        assertTrue(filter("{'areas': ['eu-ai-act']}").matches(Changed.of(decided)));
        assertFalse(filter("{'areas': ['eu-ai-act']}").matches(Changed.of(beside)));
    }

    @Test
    void withoutASeverityNothingForAReaderChanged() {
        ChangeFacts form = Changed.of(
                provision("a").meaning(Assessment.ASSESSED, List.of("data-protection"), Materiality.EDITORIAL, null));
        assertFalse(filter("{'minSeverity': 'LOW'}").matches(form));
        assertFalse(filter("{'directions': ['WORSE', 'UNCLEAR']}").matches(form));
        assertTrue(filter("{'directions': ['NEUTRAL']}").matches(form));
        assertFalse(filter("{'minMateriality': 'MINOR'}").matches(form));
        assertTrue(filter("{'minMateriality': 'EDITORIAL'}").matches(form));
    }

    @Test
    void valuesOfANewerReleaseHaveNoLeastValue() {
        ChangeFacts newer = Changed.of(
                provision("a").meaning(Assessment.UNKNOWN, List.of(), Materiality.UNKNOWN, Severity.UNKNOWN));
        assertFalse(filter("{'minSeverity': 'LOW'}").matches(newer));
        assertFalse(filter("{'minMateriality': 'EDITORIAL'}").matches(newer));
    }

    @Test
    void aDirectionThatIsNotClearIsAskedForByItsName() {
        ChangeFacts unclear = Changed.of(provision("a").direction(null));
        assertFalse(filter("{'directions': ['WORSE']}").matches(unclear));
        assertTrue(filter("{'directions': ['WORSE', 'UNCLEAR']}").matches(unclear));
        assertTrue(filter("{'directions': ['MIXED']}")
                .matches(Changed.of(provision("a").direction(Direction.MIXED))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"languages": ["en"]}                 | en-GB | EU     | true
            {"languages": ["en-GB"]}              | en    | EU     | false
            {"languages": ["e"]}                  | en    | EU     | refused
            {"languages": ["de"]}                 | en    | EU     | false
            {"languages": ["de"]}                 |       | EU     | true
            {"jurisdictions": ["EU", "CH"]}       | en    | EU     | true
            {"jurisdictions": ["US"]}             | en    | US-CA  | true
            {"jurisdictions": ["us-ca"]}          | en    | US     | true
            {"jurisdictions": ["US-NY"]}          | en    | US-CA  | false
            {"jurisdictions": ["CH"]}             | en    |        | true
            {"platforms": ["P"], "minSeverity": "HIGH", "words": "x"} | en | EU | true
            {"documents": ["other/doc"]}          | en    | EU     | false
            """)
    void messagesAboutDocumentsAskForDocumentsOnly(
            String filter, @Nullable String language, @Nullable String jurisdiction, String matches) {
        DocumentRef document = new DocumentRef(
                "p/terms",
                "P",
                "Terms",
                language,
                jurisdiction == null ? List.of() : List.of(jurisdiction),
                "https://p.example");
        if (matches.equals("refused")) {
            assertInstanceOf(Filter.Reading.Bad.class, Filter.read(fields(filter)));
        } else {
            assertEquals(Boolean.valueOf(matches), filter(filter).matches(document));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"minSeverity": "extreme"}          | minSeverity     | one of LOW, MEDIUM, HIGH
            {"minSeverity": "UNKNOWN"}          | minSeverity     | one of LOW, MEDIUM, HIGH
            {"minMateriality": ""}              | minMateriality  | one of EDITORIAL, MINOR, MATERIAL
            {"directions": ["WORSE", "sideways"]} | directions[1] | one of WORSE, BETTER, MIXED, NEUTRAL, UNCLEAR
            {"kinds": ["UNKNOWN"]}              | kinds[0]        | one of BASELINE, SUBSTANTIVE, EDITORIAL, REVERTED, TECHNICAL, SUSPECT
            {"platforms": [" "]}                | platforms[0]    | leave it out or name what is meant
            {"provisions": [null]}              | provisions[0]   | leave it out or name what is meant
            {"types": ["a\\u0000b"]}            | types[0]        | leave such characters out
            {"languages": ["en_GB"]}            | languages[0]    | such as en or de-AT
            {"jurisdictions": ["Europe!"]}      | jurisdictions[0] | such as DE, US-CA or EU
            """)
    void aProblemNamesTheFieldAndTheRemedy(String filter, String field, String remedy) {
        Filter.Reading.Bad bad = assertInstanceOf(Filter.Reading.Bad.class, Filter.read(fields(filter)));
        assertEquals(field, bad.problems().getFirst().field());
        assertEquals(remedy, bad.problems().getFirst().remedy());
    }

    @Test
    void aListHasItsLimit() {
        String many = "\"a\", ".repeat(100) + "\"a\"";
        assertInstanceOf(Filter.Reading.Bad.class, Filter.read(fields("{\"types\": [" + many + "]}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'platforms': ['A'], 'minSeverity': 'high', 'directions': ['unclear', 'worse']}",
                "{'termsTypes': ['T'], 'documents': ['d'], 'areas': ['a'], 'provisions': ['p'], 'types': ['t'], 'instruments': ['i'],"
                        + " 'minMateriality': 'minor', 'kinds': ['suspect'], 'languages': ['en'], 'jurisdictions': ['EU'], 'words': ' a b '}"
            })
    void aFilterIsTheSameAfterItWasStored(String filter) throws JsonProcessingException {
        Filter read = filter(filter);
        String stored = EventCodec.mapper().writeValueAsString(read.fields());
        assertEquals(read, Filter.stored(fields(stored)));
    }

    @Test
    void theKindOfAChangeIsAskedForBeforeItsProvisions() {
        assertTrue(filter("{}").matches(ChangeKind.SUSPECT));
        assertFalse(filter("{'kinds': ['SUBSTANTIVE']}").matches(ChangeKind.SUSPECT));
    }

    static Filter filter(String json) {
        return Filter.stored(fields(json));
    }

    private static FilterFields fields(String json) {
        try {
            return EventCodec.mapper().readValue(json.replace('\'', '"'), FilterFields.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
