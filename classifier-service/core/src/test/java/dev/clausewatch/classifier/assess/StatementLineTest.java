package dev.clausewatch.classifier.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
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
            We will share your data with advertisers. | Halvorin will share users\u2019 data with advertisers | Halvorin no longer says that it will share users\u2019 data with advertisers
            We will no longer sell your data. | Halvorin promises not to sell users\u2019 data | Halvorin no longer promises not to sell users\u2019 data
            We will not give refunds. | Halvorin will not give refunds | Halvorin no longer says that it will not give refunds
            We do not allow others to use your data. | Halvorin promises not to allow others to use users\u2019 data | Halvorin no longer promises not to allow others to use users\u2019 data
            You will not be charged for cancelled orders. | Users will not be charged for cancelled orders | Halvorin no longer says that users will not be charged for cancelled orders
            You agree to binding arbitration. | Users agree to binding arbitration | Users no longer agree to binding arbitration
            With your consent, we may sell your data. | Halvorin may sell users\u2019 data, with their consent | Halvorin no longer says that it may sell users\u2019 data, with their consent
            You agree that we may bill you monthly. | Halvorin may bill users monthly | Halvorin no longer says that it may bill users monthly
            You must be located in the US, Canada or the EU. | Users must be located in the US, Canada or the EU | Users no longer have to be located in the US, Canada or the EU
            You own all output. | Users own all output | Halvorin no longer says that users own all output
            Sellers may appeal within 30 days. | Sellers may appeal within 30 days | Sellers may no longer appeal within 30 days
            """)
    void saysWhoDoesWhat(String sentence, String come, String gone) {
        Statement statement = reader.read(sentence).orElseThrow();

        assertEquals(come, line.come(statement));
        assertEquals(gone, line.gone(statement));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Last updated: 3 May 2026",
                "Fees",
                "Claims are barred after one year.",
                "",
                "We",
                "You may",
                "FEES are not refundable.",
                "At no time, we will sell your data.",
                "In no case, you may resell the output.",
                "Nothing in these terms means that we may sell your data.",
                "There is no guarantee that we will delete your data.",
                "We only share your data with your consent."
            })
    void tellsNothingWhereItIsNotPlainWhoDoesWhat(String sentence) {
        assertTrue(reader.read(sentence).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"Amazon-Web-Services, AWS", "IBM, IBM", "ChatGPT, OpenAI", "The Trade Desk, The Trade Desk"})
    void aPlatformIsToldByTheNameThatItsTermsUse(String platform, String name) {
        Statement statement = new StatementReader(platform, Bound.CONSUMER)
                .read(name + " may change its fees.")
                .orElseThrow();

        assertEquals(name, statement.named());
    }

    @Test
    void theArticleOfANameIsNoName() {
        assertTrue(new StatementReader("The Trade Desk", Bound.CONSUMER)
                .read("The court may change the fees.")
                .isEmpty());
    }

    @Test
    void commasWithoutEndAreRead() {
        String words = "We tell you what we " + ",".repeat(50_000) + " owe you";

        assertTrue(new ThirdPerson(PLATFORM, "users", false, false)
                .tell(List.of(words.split(" ", -1)))
                .contains("owe"));
    }
}
