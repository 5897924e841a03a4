package dev.clausewatch.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alert rules and dashboards ask for metrics that exist; each alert is tested, and has a section of the runbook. */
class MonitoringTest {

    private static final String RULES = "deploy/helm/clausewatch/files/alerts.yaml";

    /** Metrics of Prometheus, Micrometer and Quarkus that were seen on the port of a running service. */
    private static final Set<String> OF_OTHERS = Set.of(
            "up",
            "process_start_time_seconds",
            "process_cpu_usage",
            "jvm_memory_usage_after_gc",
            "jvm_gc_overhead",
            "jvm_gc_pause_seconds_count",
            "jvm_gc_pause_seconds_max",
            "http_server_requests_seconds_count",
            "http_server_requests_seconds_max");

    private static final Pattern METRIC = Pattern.compile("\\b([a-z]++(?:_[a-z]++)++|up)\\b(?!\\()");
    private static final Pattern METER = Pattern.compile(
            "(gauge|counter|timer|Gauge\\.builder|Counter\\.builder)\\(\\s*+\"(clausewatch\\.[a-z.]++)\"");

    @Test
    void everyMetricThatIsAskedForIsOneThatIsMeasured() throws IOException {
        Set<String> measured = measured();
        assertTrue(measured.contains("clausewatch_events_dead_total"), measured.toString());
        Set<String> unknown = new TreeSet<>();
        for (String expression : expressions()) {
            // Labels, what stands in quotes, and what is grouped by are no metrics.
            String plain = expression.replaceAll("\\{[^}]*+}", "").replaceAll("\\b(by|on|without) \\([^)]*+\\)", "");
            Matcher metric = METRIC.matcher(plain);
            while (metric.find()) {
                if (!measured.contains(metric.group(1)) && !OF_OTHERS.contains(metric.group(1))) {
                    unknown.add(metric.group(1));
                }
            }
        }
        assertEquals(Set.of(), unknown);
    }

    /** The names that Prometheus sees of the meters in the code. */
    private static Set<String> measured() {
        Set<String> names = new HashSet<>();
        for (String source : Tool.sources(".java", "/test/")) {
            Matcher meter = METER.matcher(source);
            while (meter.find()) {
                String name = meter.group(2).replace('.', '_');
                String kind = meter.group(1).toLowerCase(Locale.ROOT);
                if (kind.startsWith("gauge")) {
                    names.add(name);
                } else if (kind.startsWith("counter")) {
                    names.add(name + "_total");
                } else {
                    names.addAll(List.of(name + "_seconds_count", name + "_seconds_sum", name + "_seconds_max"));
                }
            }
        }
        return names;
    }

    private static List<String> expressions() throws IOException {
        List<String> all = new ArrayList<>(
                alerts().stream().map(alert -> alert.path("expr").asText()).toList());
        for (JsonNode dashboard : dashboards()) {
            dashboard.findValues("expr").forEach(expression -> all.add(expression.asText()));
        }
        return all;
    }

    private static List<JsonNode> alerts() {
        return Chart.elements(Chart.file("files/alerts.yaml").at("/groups/0/rules"))
                .toList();
    }

    private static List<JsonNode> dashboards() throws IOException {
        List<JsonNode> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(Chart.FOLDER.resolve("files/dashboards"))) {
            for (Path file : files.sorted().toList()) {
                all.add(new ObjectMapper().readTree(file.toFile()));
            }
        }
        return all;
    }

    @Test
    void thereIsADashboardForEachServiceAndOneForTheWhole() throws IOException {
        List<JsonNode> all = dashboards();
        assertEquals(
                Set.of(
                        "clausewatch-overview",
                        "clausewatch-crawler",
                        "clausewatch-diff",
                        "clausewatch-classifier",
                        "clausewatch-alert",
                        "clausewatch-gateway"),
                all.stream().map(dashboard -> dashboard.path("uid").asText()).collect(Collectors.toSet()));
        for (JsonNode dashboard : all) {
            Set<Integer> ids = new HashSet<>();
            for (JsonNode panel : dashboard.path("panels")) {
                assertTrue(ids.add(panel.path("id").asInt()));
                assertEquals("${datasource}", panel.at("/datasource/uid").asText());
            }
        }
    }

    @Test
    void everyAlertHasASeverityASummaryAndASectionOfTheRunbook() {
        String runbook = Tool.text("docs/runbook.md");
        Set<String> sections = Pattern.compile("(?m)^### (Clausewatch[A-Za-z]++)$")
                .matcher(runbook)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> names = new TreeSet<>();
        for (JsonNode alert : alerts()) {
            String name = alert.path("alert").asText();
            names.add(name);
            assertTrue(
                    Set.of("warning", "critical")
                            .contains(alert.at("/labels/severity").asText()),
                    name);
            assertTrue(alert.at("/annotations/summary").asText().length() > 10, name);
            assertEquals(
                    "docs/runbook.md#" + name.toLowerCase(Locale.ROOT),
                    alert.at("/annotations/runbook").asText());
            String section = runbook.substring(runbook.indexOf("### " + name + "\n"));
            int end = section.indexOf("\n#", 1);
            for (String part : List.of("**Means.**", "**Look.**", "**Do.**")) {
                assertTrue(
                        section.substring(0, end < 0 ? section.length() : end).contains(part), name + " lacks " + part);
            }
        }
        assertEquals(names, sections);
    }

    @Test
    void everyAlertIsSeenToFireInItsTest() {
        Set<String> fires = new TreeSet<>();
        JsonNode tests = Chart.parse(Tool.text("deploy/checks/src/test/resources/alerts-test.yaml"))
                .getFirst();
        for (JsonNode test : tests.path("tests")) {
            for (JsonNode check : test.path("alert_rule_test")) {
                if (!check.path("exp_alerts").isEmpty()) {
                    fires.add(check.path("alertname").asText());
                }
            }
        }
        assertEquals(
                alerts().stream()
                        .map(alert -> alert.path("alert").asText())
                        .collect(Collectors.toCollection(TreeSet::new)),
                fires);
    }

    @Test
    void promtoolFindsTheRulesSoundAndTheTestsGreen(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("alerts.yaml"), Tool.text(RULES));
        Files.writeString(
                folder.resolve("alerts-test.yaml"), Tool.text("deploy/checks/src/test/resources/alerts-test.yaml"));
        Tool promtool = new Tool("promtool");
        Tool.Result checked = promtool.run(folder, "check", "rules", "alerts.yaml");
        assertEquals(0, checked.code(), checked.output());
        Tool.Result tested = promtool.run(folder, "test", "rules", "alerts-test.yaml");
        assertEquals(0, tested.code(), tested.output());
    }

    @Test
    void theChartCarriesTheRulesAndTheDashboardsAsTheyAre() throws IOException {
        Chart chart = Chart.Values.TEN_THOUSAND.chart();
        String carried = chart.one("ConfigMap", "-alert-rules")
                .at("/data")
                .path("alerts.yaml")
                .asText();
        assertEquals(Chart.parse(Tool.text(RULES)), Chart.parse(carried));
        assertEquals(
                Chart.file("files/alerts.yaml").path("groups"),
                chart.all("PrometheusRule").getFirst().at("/spec/groups"));
        for (JsonNode dashboard : dashboards()) {
            String name = dashboard.path("uid").asText().replace("clausewatch-", "");
            JsonNode map = chart.one("ConfigMap", "-dashboard-" + name);
            assertEquals("1", map.at("/metadata/labels/grafana_dashboard").asText());
            assertEquals(
                    dashboard,
                    new ObjectMapper()
                            .readTree(map.at("/data").path(name + ".json").asText()));
        }
    }
}
