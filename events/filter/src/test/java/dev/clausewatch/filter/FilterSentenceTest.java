package dev.clausewatch.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterSentenceTest {

    private static final Titles TITLES = new Titles() {
        @Override
        public String area(String id) {
            return id.equals("eu-ai-act") ? "EU AI Act" : id;
        }

        @Override
        public String type(String id) {
            return "type " + id;
        }

        @Override
        public String instrument(String id) {
            return id.equals("gdpr") ? "GDPR" : id;
        }
    };

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {} | All changes
            {"directions": ["WORSE"], "minSeverity": "MEDIUM", "areas": ["eu-ai-act"], "platforms": ["Halvorin", "Tandlewick"]} | Changes for the worse of medium severity or more that engage EU AI Act at Halvorin or Tandlewick
            {"minMateriality": "MATERIAL", "kinds": ["SUBSTANTIVE"], "minSeverity": "high"} | Material substantive changes of high severity
            {"directions": ["worse", "mixed", "unclear"]} | Changes for the worse, for both at once or of unclear direction
            {"types": ["a", "b"], "instruments": ["gdpr"]} | Changes in clauses on type a or type b under GDPR
            {"words": "\\"indirect damages\\"", "termsTypes": ["Terms of Service"]} | Changes with changed words that match “"indirect damages"” of Terms of Service
            {"provisions": ["p1"], "documents": ["x/terms"]} | Changes of provision p1 of document x/terms
            {"platforms": ["A", "B", "C", "D", "E", "F", "G"]} | Changes at A, B, C, D or 3 more
            {"languages": ["en"], "jurisdictions": ["EU", "CH"]} | Changes in language en for EU or CH
            """)
    void saysWhatAFilterAsksFor(String filter, String sentence) {
        assertEquals(sentence, FilterSentence.of(FilterTest.filter(filter), TITLES));
    }
}
