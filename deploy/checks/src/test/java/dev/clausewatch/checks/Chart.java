package dev.clausewatch.checks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The objects that the chart makes of some values, rendered by helm. Each set of values is rendered once.
 *
 * @param objects in the order of helm's output
 */
record Chart(List<JsonNode> objects) {

    static final Path FOLDER = Tool.project("deploy/helm/clausewatch");

    private static final Tool HELM = new Tool("helm");
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Map<List<String>, Chart> RENDERED = new ConcurrentHashMap<>();

    /** The least that has to be set, with brokers and a database of one's own. */
    private static final List<String> LEAST = List.of(
            "--set", "publicUrl=https://terms.example",
            "--set", "crawler.userAgent=test (+https://terms.example/bot)",
            "--set", "kafka.bootstrapServers=kafka.data:9092",
            "--set", "postgres.host=postgres.data");

    /** The sets of values that all checks are made over. */
    enum Values {
        LEAST(Chart.LEAST),
        LAPTOP(List.of("-f", "examples/values-laptop.yaml")),
        TEAM(List.of("-f", "examples/values-team.yaml")),
        TEN_THOUSAND(List.of("-f", "examples/values-10k.yaml")),
        /** Everything that can be switched, other than in the examples. */
        EVERYTHING(List.of(
                "-f", "examples/values-10k.yaml",
                "--set", "fullnameOverride=cw",
                "--set", "image.tag=1.2.3",
                "--set", "image.pullSecrets={pull}",
                "--set", "ingress.enabled=true",
                "--set", "ingress.host=terms.example",
                "--set", "crawler.declarations.git=",
                "--set", "crawler.declarations.configMap=declarations",
                "--set", "classifier.rulesConfigMap=rules",
                "--set", "classifier.languageModel.url=https://model.example/v1",
                "--set", "classifier.secretEnv=model-key",
                "--set", "cnpg.name=restored",
                "--set", "cnpg.restoreFrom.clusterName=t-clausewatch-db",
                "--set", "gateway.podAnnotations.note=x",
                "--set", "gateway.nodeSelector.disk=ssd")),
        /** Nothing that is optional. */
        BARE(Stream.concat(
                        Chart.LEAST.stream(),
                        Stream.of(
                                "--set", "networkPolicy.enabled=false",
                                "--set", "topics.job=false",
                                "--set", "migrations.job=false",
                                "--set", "monitoring.rules.enabled=false",
                                "--set", "monitoring.dashboards.enabled=false"))
                .toList());

        // List.of is immutable, which Error Prone cannot see from the type.
        @SuppressWarnings("ImmutableEnumChecker")
        private final List<String> arguments;

        Values(List<String> arguments) {
            this.arguments = List.copyOf(arguments);
        }

        Chart chart() {
            return render(arguments);
        }
    }

    private static Chart render(List<String> arguments) {
        return RENDERED.computeIfAbsent(arguments, wanted -> of("t", wanted.toArray(String[]::new)));
    }

    /** A release of that name with these arguments of helm. */
    static Chart of(String release, String... arguments) {
        Tool.Result result = helm(release, List.of(arguments));
        if (result.code() != 0) {
            throw new IllegalStateException(result.output());
        }
        return new Chart(parse(result.output()));
    }

    /** What helm says to the least values and these. */
    static Tool.Result withLeast(String... settings) {
        List<String> arguments = new ArrayList<>(LEAST);
        for (String setting : settings) {
            arguments.addAll(List.of("--set", setting));
        }
        return helm("t", arguments);
    }

    private static Tool.Result helm(String release, List<String> arguments) {
        List<String> all =
                new ArrayList<>(List.of("template", release, ".", "--namespace", "terms", "--kube-version", "1.33.0"));
        all.addAll(arguments);
        return HELM.run(FOLDER, all.toArray(String[]::new));
    }

    static List<JsonNode> parse(String yaml) {
        try {
            List<JsonNode> documents =
                    YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml).readAll();
            return documents.stream().filter(JsonNode::isObject).toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the chart. */
    static JsonNode file(String path) {
        return parse(Tool.text("deploy/helm/clausewatch/" + path)).getFirst();
    }

    List<JsonNode> all(String kind) {
        return objects.stream().filter(object -> kind(object).equals(kind)).toList();
    }

    /** The one of a kind whose name ends so. */
    JsonNode one(String kind, String end) {
        return all(kind).stream()
                .filter(object -> name(object).endsWith(end))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " whose name ends in " + end));
    }

    /** Deployments and jobs. */
    List<JsonNode> workloads() {
        return Stream.concat(all("Deployment").stream(), all("Job").stream()).toList();
    }

    static String kind(JsonNode object) {
        return object.path("kind").asText();
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    static String component(JsonNode object) {
        return object.at("/metadata/labels").path("app.kubernetes.io/component").asText();
    }

    static JsonNode pod(JsonNode workload) {
        return workload.at("/spec/template/spec");
    }

    static JsonNode container(JsonNode workload) {
        return pod(workload).at("/containers/0");
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static List<String> texts(JsonNode array) {
        return elements(array).map(JsonNode::asText).toList();
    }
}
