package dev.clausewatch.classifier.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordKeyTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            a fee of $1.5       => a fee of $15
            a fee of .5 %       => a fee of 5 %
            10.5 percent        => 105 percent
            $50                 => €50
            $1,000              => $10.00
            +5 euros            => -5 euros
            −5 euros            => 5 euros
            ½ of it             => ¼ of it
            10^2 tokens         => 102 tokens
            10^-2 tokens        => 10^2 tokens
            > 10 tokens         => < 10 tokens
            3 × 10              => 3 / 10
            5-10 euros          => 510 euros
            5 10                => 510
            10:30               => 1030
            10%                 => 10
            Export ✓            => Export ✗
            ★★★★★               => ★
            """)
    void theSignsOfAFigureAreWhatItSays(String before, String after) {
        Edit edit = Edit.between(before, after);
        assertFalse(edit.isEmpty() || edit.isRespacing(), edit::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            the user’s data.         => the users' data
            **Optional** e-mail      => Optional email
            Nimbus™ and Cumulus®     => Nimbus and Cumulus
            <Company Name>           => Company Name
            5–10 days                => 5-10 days
            10² tokens               => 10^2 tokens
            we pay 30.               => we pay 30
            -- see (a), (b)          => see a b
            """)
    void punctuationAndMarksAreHowAWordIsWritten(String before, String after) {
        assertTrue(Edit.between(before, after).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"10¹²,10^12", "A|B,ab", "(30),30", "US$50,us$50", "30-day,30day"})
    void keysAreStable(String word, String key) {
        assertEquals(key, WordKey.of(word));
    }
}
