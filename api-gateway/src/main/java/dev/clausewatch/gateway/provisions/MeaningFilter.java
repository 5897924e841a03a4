package dev.clausewatch.gateway.provisions;

import dev.clausewatch.runtime.http.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which provisions are wanted; what is null does not matter.
 *
 * @param type id of what a provision does
 * @param area id of a regulatory area, of the same provision
 * @param platform slug or name
 * @param termsType in any case
 */
record MeaningFilter(
        @Nullable String type,
        @Nullable String area,
        @Nullable String platform,
        @Nullable String termsType) {

    static MeaningFilter read(MeaningParameters given) {
        return new MeaningFilter(
                Parameters.text(given.type),
                Parameters.text(given.area),
                Parameters.text(given.platform),
                Parameters.text(given.termsType));
    }

    List<String> types() {
        return type == null ? List.of() : List.of(type);
    }

    List<String> areas() {
        return area == null ? List.of() : List.of(area);
    }
}
