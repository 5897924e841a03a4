package dev.clausewatch.classifier.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a sentence of terms is told in the third person, where it came and where it went. */
class StatementLineTest {

    private static final String PLATFORM = "Halvorin";

    private final StatementReader reader = new StatementReader(PLATFORM, Bound.CONSUMER);
    private final StatementLine line = new StatementLine(PLATFORM, Bound.CONSUMER);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            We do not sell personal data. | Halvorin promises not to sell personal data | Halvorin no longer promises not to sell personal data
            We may share your data with our partners. | Halvorin may share users\u2019 data with its partners | Halvorin no longer says that it may share users\u2019 data with its partners
            We will notify you 30 days before. | Halvorin will notify users 30 days before | Halvorin no longer promises to notify users 30 days before
            We collect and use your location. | Halvorin collects and uses users\u2019 location | Halvorin no longer says that it collects and uses users\u2019 location
            We are not liable for lost data. | Halvorin is not liable for lost data | Halvorin no longer says that it is not liable for lost data
            We do not offer refunds. | Halvorin does not offer refunds | Halvorin no longer says that it does not offer refunds
            You may not use outputs to train models. | Users may not use outputs to train models | Users are no longer forbidden to use outputs to train models
            You cannot opt out of service messages. | Users cannot opt out of service messages | Halvorin no longer says that users cannot opt out of service messages
            If you object, you can opt out in your settings. | Users can opt out in their settings, if they object | Users may no longer opt out in their settings, if they object
            You agree to pay all fees. | Users must pay all fees | Users no longer have to pay all fees
            You grant us a licence to your content. | Users grant Halvorin a licence to their content | Users no longer grant Halvorin a licence to their content
            Sellers may appeal within 30 days. | Sellers may appeal within 30 days | Sellers may no longer appeal within 30 days
            """)
    void saysWhoDoesWhat(String sentence, String come, String gone) {
        Statement statement = reader.read(sentence).orElseThrow();

        assertEquals(come, line.come(statement));
        assertEquals(gone, line.gone(statement));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Last updated: 3 May 2026", "Fees", "Claims are barred after one year.", "", "We", "You may"})
    void tellsNothingWhereItIsNotPlainWhoDoesWhat(String sentence) {
        assertTrue(reader.read(sentence).isEmpty());
    }
}
