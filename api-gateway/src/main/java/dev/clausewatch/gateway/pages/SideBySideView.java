package dev.clausewatch.gateway.pages;

import dev.clausewatch.gateway.platforms.Platform;
import dev.clausewatch.gateway.register.Register;
import dev.clausewatch.gateway.sidebyside.PlatformComparison;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The page that compares platforms.
 *
 * @param choices for each platform that can be chosen all there are
 * @param types to choose from
 * @param comparison what came of it; absent before two platforms are chosen
 * @param rows of the comparison, each with the address of its clauses
 * @param one whether one type is shown, with its clauses
 * @param allAddress the same platforms over all types
 */
public record SideBySideView(
        List<List<HomeView.Option>> choices,
        List<HomeView.Option> types,
        @Nullable PlatformComparison comparison,
        List<Row> rows,
        boolean one,
        String allAddress) {

    private static final int CHOICES = 4;

    /** What the platforms have of a type. */
    public record Row(PlatformComparison.TypeRow type, String address) {}

    static SideBySideView of(
            List<String> chosen,
            @Nullable String type,
            List<Platform> platforms,
            Register register,
            @Nullable PlatformComparison comparison,
            UriInfo request) {
        List<List<HomeView.Option>> choices = new ArrayList<>();
        IntStream.range(0, Math.max(CHOICES, chosen.size()))
                .forEach(i -> choices.add(HomeView.platforms(platforms, i < chosen.size() ? chosen.get(i) : null)));
        return new SideBySideView(
                choices,
                HomeView.areas(register.types(), type),
                comparison,
                comparison == null
                        ? List.of()
                        : comparison.types().stream()
                                .map(row -> new Row(row, Addresses.with(request, "type", row.type())))
                                .toList(),
                type != null,
                Addresses.with(request, "type", null));
    }
}
