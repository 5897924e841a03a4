package dev.clausewatch.classifier.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.clausewatch.classifier.rules.PhraseSets;
import dev.clausewatch.classifier.taxonomy.DataFiles;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.TouchedProvision;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaterialityRulesTest {

    private final MaterialityRules rules = new MaterialityRules(
            PhraseSets.of(new DataFiles().read("/assess/materiality.yaml", new TypeReference<>() {})));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Fees are due in [May](https://a.example) | Fees are due in [May](https://b.example) | same-words
            (a) You pay. | (b) You pay. | dates-labels-and-links
            See 4.2 and 4.3 above. | See 5.2 and 5.3 above. | dates-labels-and-links
            Write to help@a.example | Write to care@b.example | dates-labels-and-links
            You pay us;now. | You pay us; now. | same-letters
            We favour you. | We favor you. | spelling
            Partners and affiliates help. | Affiliates and partners help. | same-words-reordered
            You pay 10 euros. | You pay 20 euros. | figures-changed
            You pay five dollars. | You pay fifty dollars. | figures-changed
            Cancel with notice of one month. | Cancel with notice of three months. | figures-changed
            We reply in twenty-four hours. | We reply in twenty-four days. | figures-changed
            You pay once a month. | You pay once a year. | figures-changed
            You pay for twelve-month periods. | You pay for six-month periods. | figures-changed
            We reply in 10 days. | We reply in 10 business days. | figures-changed
            You pay one hundred and ten US dollars. | You pay two hundred and ten US dollars. | figures-changed
            We reply in ten (10) days. | We reply in 10 days. | wording
            We reply in ten days. | We reply in 10 days. | wording
            Use a second phone. | Use another phone. | wording
            There is no refund. | There is a refund. | negated
            Use it for all, including but not limited to bots. | Use it for all, including bots. | duty-or-right-changed
            Pay whether or not it works. | Pay whether it works. | duty-or-right-changed
            [Pay in 30 days](#pay) | [Pay in 14 days](#pay) | figures-changed
            All data is yours. | [Your data](#yours) | substance-changed
            We sell your data. | We do not sell your data. | negated
            We own the output. | You own the output. | other-side
            Our liability is $10 million. | Our liability is $10 billion. | figures-changed
            [What We Take](#take) | [What We Gather](#take) | contents-entry
            You pay us. | You must pay us. | duty-or-right-changed
            You pay our partners. | You pay our affiliates. | substance-changed
            Call the blue team. | Call the green team. | wording
            """)
    void anEditIsJudgedByTheFirstRuleThatHolds(String before, String after, String reason) {
        assertEquals(reason, judge(Changes.edited(before, after), true).reason());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            false | Your Rights and Choices | heading
            false | What happens then? | heading
            true | Data of Our Users | heading
            true | We May Sell Your Data | heading-with-a-duty
            false | March 3, 2026: We made the wording of section two clearer for everybody. | change-log
            false | Last updated on 3 March 2026 | page-furniture
            false | For more information see the pages of the help centre. | pointer
            false | Some few words | short-line
            false | The team that answers letters sits in a tall building near the river. | clause-without-a-duty
            false | Everybody who comes to the office must show a card at the door. | clause-with-a-duty
            true | The service is offered as is. | clause-with-a-type
            """)
    void aClauseThatComesOrGoesIsJudgedByWhatItIs(boolean typed, String text, String reason) {
        assertEquals(reason, judge(Changes.added(text), typed).reason());
        assertEquals(reason, judge(Changes.removed(text), typed).reason());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            You may | You may not | - | - | elsewhere
            You may | You may | We never: | We may: | elsewhere
            You may | You may | We may: | We may: | place-only
            """)
    void aClauseThatMovedIsJudgedByWhereItStands(
            String heading, String otherHeading, @Nullable String intro, @Nullable String otherIntro, String reason) {
        TouchedProvision moved = new TouchedProvision(
                "p1",
                Set.of(ProvisionChange.MOVED),
                List.of(),
                new ProvisionText("p1", null, List.of(heading), intro, "copy it", 0, 7),
                new ProvisionText("p1", null, List.of(otherHeading), otherIntro, "copy it", 9, 16),
                List.of());
        assertEquals(reason, judge(moved, true).reason());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            We send it to service providers. | We send it to service providers and our affiliates. | true
            You can see and erase what we hold. | You can see what we hold. | true
            Guests and their employers pay us. | Guests pay us. | true
            You may copy and share it. | You may copy, sell and share it. | true
            We take your name, device, and address. | We take your name, and address. | true
            You use the service. | You use the service or services. | false
            Call the blue team. | Call the green team. | false
            """)
    void aPartyOrPurposeThatJoinsOrLeavesAListSaysSomethingElse(String before, String after, boolean expected) {
        TouchedProvision touched = Changes.edited(before, after);
        assertEquals(expected, rules.saysSomethingElse(touched, Edit.between(before, after)));
    }

    private MaterialityDecision judge(TouchedProvision touched, boolean typed) {
        return rules.judge(touched, Edit.between(text(touched.before()), text(touched.after())), typed);
    }

    private static String text(@Nullable ProvisionText provision) {
        return provision == null ? "" : provision.text();
    }
}
