package dev.clausewatch.classifier.assess;

import org.jspecify.annotations.Nullable;

/**
 * What the change of a clause leaves to know and to ask, as written in {@code assess/analysis.yaml}.
 *
 * @param id what came or went
 * @param says what follows; absent for nothing
 * @param askBusiness what those bound in the course of a trade are to find out; absent for nothing
 * @param askDeveloper the same for developers, in its place
 * @param askSeller the same for sellers, in its place
 * @param askConsumer what consumers are to find out; absent for nothing
 */
record AnalysisText(
        String id,
        @Nullable String says,
        @Nullable String askBusiness,
        @Nullable String askDeveloper,
        @Nullable String askSeller,
        @Nullable String askConsumer) {

    AnalysisText {
        for (String text : new String[] {says, askBusiness, askDeveloper, askSeller, askConsumer}) {
            if (text != null && !text.contains("{words}") && !text.contains("{is}")) {
                throw new IllegalArgumentException("assess/analysis.yaml: this stands under any clause: " + text);
            }
        }
    }

    @Nullable
    String ask(Bound bound) {
        return switch (bound) {
            case CONSUMER -> askConsumer;
            case DEVELOPER -> askDeveloper == null ? askBusiness : askDeveloper;
            case SELLER -> askSeller == null ? askBusiness : askSeller;
            case CUSTOMER, ADVERTISER -> askBusiness;
        };
    }
}
