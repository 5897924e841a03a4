package dev.clausewatch.crawler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.crawler.fetch.FetchConfig;
import dev.clausewatch.crawler.fetch.FetchSettings;
import dev.clausewatch.crawler.pdf.PdfConfig;
import dev.clausewatch.crawler.pdf.PdfLimits;
import dev.clausewatch.crawler.politeness.PolitenessConfig;
import dev.clausewatch.crawler.politeness.RobotsSettings;
import dev.clausewatch.crawler.render.RenderConfig;
import dev.clausewatch.crawler.render.RenderSettings;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

/** A command that reads a page as the service would has the service's settings. */
class UsualSettingsTest {

    private static final SmallRyeConfig UNSET = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(FetchConfig.class)
            .withMapping(RenderConfig.class)
            .withMapping(PdfConfig.class)
            .withMapping(PolitenessConfig.class)
            .build();

    @Test
    void theServiceHasTheUsualSettingsWhereNothingIsSet() {
        assertEquals(
                FetchSettings.USUAL, UNSET.getConfigMapping(FetchConfig.class).settings());
        assertEquals(
                RenderSettings.USUAL, UNSET.getConfigMapping(RenderConfig.class).settings());
        assertEquals(PdfLimits.USUAL, UNSET.getConfigMapping(PdfConfig.class).limits());
        assertEquals(
                RobotsSettings.USUAL,
                UNSET.getConfigMapping(PolitenessConfig.class).robots());
    }
}
