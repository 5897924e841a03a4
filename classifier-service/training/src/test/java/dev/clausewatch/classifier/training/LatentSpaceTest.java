package dev.clausewatch.classifier.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.classifier.learn.LatentSpace;
import dev.clausewatch.classifier.rules.ProvisionInput;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatentSpaceTest {

    private static final LatentSpace SPACE = LatentSpaceTrainer.train(provisions(), 2);

    @Test
    void wordsThatGoTogetherLieTogetherThoughNoneIsShared() {
        double same = cosine("parcel", "courier");
        double other = cosine("parcel", "judge");
        assertTrue(same > 0.9, () -> "parcel and courier: " + same);
        assertTrue(other < 0.5, () -> "parcel and judge: " + other);
    }

    @Test
    void aProvisionOfUnknownWordsIsAtTheOrigin() {
        assertArrayEquals(new double[2], SPACE.point(provision("zebra quagga")));
    }

    @Test
    void theSameProvisionsGiveTheSameSpaceAndItsFileGivesItBack() {
        assertArrayEquals(
                SPACE.write(), LatentSpaceTrainer.train(provisions(), 2).write());
        ProvisionInput any = provision("The courier and the judge");
        assertArrayEquals(SPACE.point(any), LatentSpace.read(SPACE.write()).point(any));
    }

    @Test
    void hasNoMoreDirectionsThanThereAreWords() {
        assertEquals(
                1,
                LatentSpaceTrainer.train(List.of(provision("same"), provision("same"), provision("same")), 5)
                        .point(provision("same"))
                        .length);
    }

    private static double cosine(String one, String other) {
        double[] a = SPACE.point(provision(one));
        double[] b = SPACE.point(provision(other));
        return a[0] * b[0] + a[1] * b[1];
    }

    private static List<ProvisionInput> provisions() {
        List<ProvisionInput> provisions = new ArrayList<>();
        for (String words : List.of(
                "parcel sent depot",
                "courier sent depot",
                "parcel depot",
                "courier depot",
                "sent parcel",
                "sent courier",
                "judge hears quarrel",
                "court hears quarrel",
                "judge quarrel",
                "court quarrel",
                "hears judge",
                "hears court")) {
            provisions.add(provision(words));
        }
        return provisions;
    }

    private static ProvisionInput provision(String text) {
        return new ProvisionInput("Terms of Service", List.of(), null, text);
    }
}
