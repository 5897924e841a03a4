package dev.clausewatch.crawler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FailureReasonTest {

    private static final Pattern FIRST_COLUMN = Pattern.compile("(?m)^\\|([^|]*)\\|");
    private static final Pattern CODE = Pattern.compile("`([a-z0-9-]+)`");

    @Test
    void theOperatorsPageExplainsEveryReasonAndNoOther() throws IOException {
        String page = Files.readString(operations());
        String table =
                page.substring(page.indexOf("| reason | what happened"), page.indexOf("After a failure the next"));
        TreeSet<String> explained = FIRST_COLUMN
                .matcher(table)
                .results()
                .flatMap(row -> CODE.matcher(row.group(1)).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        TreeSet<String> reasons = Arrays.stream(FailureReason.values())
                .map(FailureReason::code)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(reasons, explained);
    }

    /** Maven runs tests in the module's folder, an editor perhaps in the repository's. */
    private static Path operations() {
        Path page = Path.of("docs/operations.md");
        return Files.exists(page) ? page : Path.of("../..").resolve(page);
    }
}
