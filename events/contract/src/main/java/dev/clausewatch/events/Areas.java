package dev.clausewatch.events;

import java.util.List;

/** The ids of the regulatory areas. A published register gives them their titles, see {@link RegisterPublished}. */
public final class Areas {

    public static final String COPYRIGHT = "copyright";
    public static final String TRADE_SECRET = "trade-secret";
    public static final String FTC_SECTION_5 = "ftc-section-5";
    public static final String EU_COMPETITION = "eu-competition";
    public static final String EU_AI_ACT = "eu-ai-act";
    public static final String DATA_PROTECTION = "data-protection";
    public static final String CHILDREN = "children";
    public static final String CONSUMER_CONTRACT = "consumer-contract";
    public static final String CONTENT_REGULATION = "content-regulation";
    public static final String SECURITY = "security";
    public static final String TRADE_SANCTIONS = "trade-sanctions";
    public static final String SECTOR = "sector";

    /** All of them, in the order of the register. */
    public static final List<String> ALL = List.of(
            COPYRIGHT,
            TRADE_SECRET,
            FTC_SECTION_5,
            EU_COMPETITION,
            EU_AI_ACT,
            DATA_PROTECTION,
            CHILDREN,
            CONSUMER_CONTRACT,
            CONTENT_REGULATION,
            SECURITY,
            TRADE_SANCTIONS,
            SECTOR);

    private Areas() {}
}
