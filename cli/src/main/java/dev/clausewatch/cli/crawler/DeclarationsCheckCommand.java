package dev.clausewatch.cli.crawler;

import dev.clausewatch.cli.CommandFailedException;
import dev.clausewatch.cli.EnvironmentSettings;
import dev.clausewatch.cli.JsonOption;
import dev.clausewatch.crawler.declaration.DeclarationLocation;
import dev.clausewatch.crawler.declaration.DeclarationParser;
import dev.clausewatch.crawler.declaration.DeclarationProblem;
import dev.clausewatch.crawler.declaration.DocumentDefinition;
import dev.clausewatch.crawler.declaration.ParsedDeclaration;
import dev.clausewatch.crawler.extract.Extractor;
import dev.clausewatch.crawler.fetch.FetchSettings;
import dev.clausewatch.crawler.fetch.PageFetcher;
import dev.clausewatch.crawler.pdf.PdfLimits;
import dev.clausewatch.crawler.pdf.PdfReader;
import dev.clausewatch.crawler.politeness.RobotsSettings;
import dev.clausewatch.crawler.politeness.StandaloneVisit;
import dev.clausewatch.crawler.politeness.UnlimitedHosts;
import dev.clausewatch.crawler.render.PageRenderer;
import dev.clausewatch.crawler.render.RenderSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code declarations check}: whether declarations are valid and, if asked, what they read. */
@Command(
        name = "check",
        description = {
            "Check declarations and their histories; with --fetch read each document once as the crawler would.",
            "Ends with 0 when all is well, 1 when something is wrong, 2 when there is nothing to check."
        },
        footer = {
            "With --json: {ok, documents[{id, warnings[]}], problems[{file, path, reason, remedy}]}; documents are the valid ones."
        },
        mixinStandardHelpOptions = true)
final class DeclarationsCheckCommand implements Callable<Integer> {

    /** As the service has it when nothing else is set. */
    private static final Duration CADENCE = Duration.ofHours(12);

    private final Map<String, String> environment;

    @Parameters(paramLabel = "DIR", description = "a folder, a file, or a Git repository by path or http(s) address")
    private String place = "";

    @Option(
            names = "--document",
            paramLabel = "ID",
            description = "only this document, such as nimbus-chat/privacy-policy")
    @Nullable
    private String document;

    @Option(
            names = "--fetch",
            description = "fetch each document and show its text and what each selector matches; not with --json")
    private boolean fetch;

    @Option(names = "--text", description = "with --fetch: the whole text instead of its first lines")
    private boolean wholeText;

    @Option(names = "--out", paramLabel = "DIR", description = "with --fetch: write each text to DIR/ID.md")
    @Nullable
    private Path out;

    @Option(
            names = "--allow-private-addresses",
            description = "with --fetch: read from an intranet or this machine too")
    private boolean allowPrivateAddresses;

    @Mixin
    private final JsonOption json = new JsonOption();

    /** What {@code --json} answers. */
    record Answer(boolean ok, List<Valid> documents, List<DeclarationProblem> problems) {}

    /** A document that can be watched. */
    record Valid(String id, List<String> warnings) {}

    /** With the settings of this process's environment. */
    DeclarationsCheckCommand() {
        this(System.getenv());
    }

    DeclarationsCheckCommand(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Integer call() throws IOException {
        if (json.isGiven() && fetch) {
            throw CommandFailedException.unusable("--json and --fetch do not go together: leave one of them out.");
        }
        if (!fetch && (wholeText || out != null || allowPrivateAddresses)) {
            throw CommandFailedException.unusable(
                    "--text, --out and --allow-private-addresses are about what is fetched: add --fetch.");
        }
        List<ParsedDeclaration> readings = readings();
        if (json.isGiven()) {
            return printJson(readings);
        }
        PrintWriter people = json.people();
        DeclarationReport report = new DeclarationReport(people);
        List<DocumentDefinition> documents = new ArrayList<>();
        for (ParsedDeclaration reading : readings) {
            List<DocumentDefinition> asked = reading.documents().stream()
                    .filter(one -> document == null || one.id().equals(document))
                    .toList();
            documents.addAll(asked);
            if (document == null) {
                report.print(reading);
            } else {
                asked.forEach(one -> report.print(reading, one));
            }
        }
        requireDocument(documents);
        int failed = fetch ? fetch(documents, people) : 0;
        report.printSum();
        people.flush();
        return report.problems() + failed > 0 ? 1 : 0;
    }

    /** The valid documents and what is wrong; of the one document that was asked for, that it is valid. */
    private int printJson(List<ParsedDeclaration> readings) throws IOException {
        List<DeclarationProblem> problems = document == null
                ? readings.stream()
                        .flatMap(reading -> reading.allProblems().stream())
                        .toList()
                : List.of();
        List<DocumentDefinition> documents = readings.stream()
                .flatMap(reading -> reading.documents().stream())
                .filter(one -> document == null || one.id().equals(document))
                .toList();
        requireDocument(documents);
        json.print(new Answer(
                problems.isEmpty(),
                documents.stream()
                        .map(one -> new Valid(one.id(), one.warnings()))
                        .toList(),
                problems));
        return problems.isEmpty() ? 0 : 1;
    }

    private void requireDocument(List<DocumentDefinition> documents) {
        if (document != null && documents.isEmpty()) {
            throw CommandFailedException.unusable(
                    "No valid declaration in %s has a document %s. Without --document all of them are listed."
                            .formatted(place, document));
        }
    }

    private List<ParsedDeclaration> readings() {
        List<ParsedDeclaration> readings;
        try {
            readings = DeclarationLocation.read(place, new DeclarationParser(CADENCE))
                    .readings();
        } catch (IOException e) {
            throw CommandFailedException.unusable(String.valueOf(e.getMessage()));
        }
        if (readings.isEmpty()) {
            throw CommandFailedException.unusable(
                    "There are no declarations in %s: files that end with .json, one for each platform."
                            .formatted(place));
        }
        return readings;
    }

    /** How many documents could not be read. */
    private int fetch(List<DocumentDefinition> documents, PrintWriter people) throws IOException {
        EnvironmentSettings settings = new EnvironmentSettings(environment);
        FetchSettings set = settings.over(FetchSettings.USUAL, "CLAUSEWATCH_FETCH", Map.of());
        FetchSettings fetching = allowPrivateAddresses ? set.allowingPrivateAddresses() : set;
        Clock clock = Clock.systemUTC();
        int failed = 0;
        try (PageFetcher fetcher = new PageFetcher(fetching, clock);
                PageRenderer renderer = new PageRenderer(
                        settings.over(RenderSettings.USUAL, "CLAUSEWATCH_RENDER", Map.of()),
                        fetching,
                        fetcher,
                        clock)) {
            StandaloneVisit visit = new StandaloneVisit(
                    fetcher,
                    settings.over(
                            RobotsSettings.USUAL,
                            "CLAUSEWATCH_POLITENESS",
                            Map.of("believed", "ROBOTS_CACHE", "retry", "ROBOTS_RETRY", "hosts", "ROBOTS_HOSTS")),
                    new UnlimitedHosts(settings.texts("CLAUSEWATCH_POLITENESS_UNLIMITED_HOSTS"), 1),
                    clock);
            Extractor extractor =
                    new Extractor(new PdfReader(settings.over(PdfLimits.USUAL, "CLAUSEWATCH_PDF", Map.of())));
            TrialReader reader = new TrialReader(fetcher, renderer, visit, extractor);
            TrialReport report = new TrialReport(people, wholeText, out);
            int number = 0;
            for (DocumentDefinition one : documents) {
                report.begin(++number, documents.size(), one);
                failed += report.print(one, reader.read(one, report::print)) ? 0 : 1;
            }
        }
        people.printf("fetched: documents=%d failed=%d%n", documents.size(), failed);
        return failed;
    }
}
