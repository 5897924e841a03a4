package dev.clausewatch.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The commands of the documents, as they are written there: helm is the real one and renders what it would install; kubectl writes down what
 * it was told. No cluster is asked.
 */
class DocumentsTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *+```\\R(.*?)^ *+```$");
    private static final Pattern SECRET = Pattern.compile("create secret generic ([a-z-]++)(.*+)");
    private static final Pattern LITERAL = Pattern.compile("--from-literal=([A-Za-z_]++)=");

    /** Where the commands are run, as in the project's root. */
    @TempDir
    private Path folder;

    @BeforeEach
    void prepare() throws IOException {
        Files.createSymbolicLink(folder.resolve("deploy"), Tool.project("deploy"));
        Files.createDirectory(folder.resolve("bin"));
        program("kubectl", """
                echo "$*" >> "$HERE/kubectl.log"
                case "$*" in
                *"apply -f -"*) cat > "$HERE/applied.yaml" ;;
                *"get pods -l strimzi.io/name=clausewatch-kafka"*) printf quay.example/strimzi/kafka:4.2.0 ;;
                esac
                """);
        program("helm", """
                echo "$*" >> "$HERE/helm.log"
                command=$1
                shift
                case $command in
                install) exec HELM install --dry-run=client "$@" ;;
                upgrade) exec HELM template "$@" ;;
                *) exec HELM "$command" "$@" ;;
                esac
                """.replace("HELM", new Tool("helm").path().toString()));
    }

    /** Before the folder is deleted, so that nothing follows the link. */
    @AfterEach
    void unlink() throws IOException {
        Files.delete(folder.resolve("deploy"));
    }

    private void program(String name, String text) throws IOException {
        Path program = folder.resolve("bin").resolve(name);
        Files.writeString(program, "#!/bin/bash\nset -eu\nHERE='" + folder + "'\n" + text);
        assertTrue(program.toFile().setExecutable(true));
    }

    /** What they print together. */
    private String run(List<String> blocks) {
        String commands = "set -eu\nPATH='" + folder.resolve("bin") + "':$PATH\n" + String.join("\n", blocks);
        Tool.Result result = new Tool("bash").run(folder, "-c", commands);
        assertEquals(0, result.code(), result.output());
        return result.output();
    }

    /** The blocks of a document that hold these words. */
    private static List<String> blocks(String document, String words) {
        List<String> found = BLOCK.matcher(Tool.text(document))
                .results()
                .map(block -> block.group(1).stripIndent())
                .filter(block -> block.contains(words))
                .toList();
        assertTrue(!found.isEmpty(), () -> document + " has no commands with " + words);
        return found;
    }

    private String written(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"laptop", "team", "10k"})
    void theInstallationMakesTheSecretsThatTheServicesAskFor(String example) throws IOException {
        List<String> install = new ArrayList<>(blocks("docs/kubernetes.md", "kubectl create namespace"));
        blocks("docs/kubernetes.md", "helm install").stream()
                .map(block -> block.replace("values-team.yaml", "values-" + example + ".yaml"))
                .forEach(install::add);
        String output = run(install);
        assertTrue(written("my-values.yaml").contains("publicUrl:"));
        assertTrue(output.contains("0 chart(s) failed"), "helm lint");
        assertTrue(output.contains("STATUS: pending-install"), "helm install");

        Map<String, Set<String>> made = secrets(written("kubectl.log"));
        Chart chart =
                Chart.of("clausewatch", "-f", folder.resolve("my-values.yaml").toString());
        Map<String, Set<String>> wanted = wanted(chart);
        // What only some need: said in words, and in the values that ask for it.
        wanted.getOrDefault("clausewatch-secrets", Set.of()).remove("EVIDENCE_KEY");
        assertEquals(made, wanted);
        // The notes of the chart say the same again.
        assertEquals(made, secrets(output));
    }

    private static Map<String, Set<String>> secrets(String log) {
        Map<String, Set<String>> made = new TreeMap<>();
        SECRET.matcher(log)
                .results()
                .forEach(secret -> made.put(
                        secret.group(1),
                        LITERAL.matcher(secret.group(2))
                                .results()
                                .map(literal -> literal.group(1))
                                .collect(Collectors.toCollection(TreeSet::new))));
        return made;
    }

    /** The secrets whose keys the pods name, without those that Strimzi makes. */
    private static Map<String, Set<String>> wanted(Chart chart) {
        Set<String> users = chart.all("KafkaUser").stream().map(Chart::name).collect(Collectors.toSet());
        Map<String, Set<String>> wanted = new TreeMap<>();
        for (JsonNode workload : chart.workloads()) {
            for (JsonNode reference : Chart.pod(workload).findValues("secretKeyRef")) {
                String name = reference.path("name").asText();
                if (!users.contains(name)) {
                    wanted.computeIfAbsent(name, any -> new TreeSet<>())
                            .add(reference.path("key").asText());
                }
            }
        }
        return wanted;
    }

    @Test
    void theUpgradeRendersWithItsOptions() throws IOException {
        useExample("team");
        assertTrue(run(blocks("docs/kubernetes.md", "--wait --timeout")).contains("kind: Deployment"));
    }

    @Test
    void theRestorationReadsTheOldArchiveIntoAnotherClusterThatTheServicesUse() throws IOException {
        useExample("10k");
        List<JsonNode> restored = Chart.parse(run(blocks("docs/kubernetes.md", "cnpg.restoreFrom.clusterName=")));
        assertTrue(written("kubectl.log").contains("scale deployment"));
        JsonNode cluster = restored.stream()
                .filter(object -> Chart.kind(object).equals("Cluster"))
                .findFirst()
                .orElseThrow();
        assertEquals("clausewatch-db-2", Chart.name(cluster));
        assertEquals(
                "clausewatch-db",
                cluster.at("/spec/externalClusters/0/plugin/parameters/serverName")
                        .asText());
        assertTrue(restored.toString().contains("jdbc:postgresql://clausewatch-db-2-rw:5432/crawler"));
        // kubectl owns the number of replicas since the first command.
        assertTrue(written("helm.log").contains("--force-conflicts"));
    }

    private void useExample(String name) throws IOException {
        Files.copy(Chart.FOLDER.resolve("examples/values-" + name + ".yaml"), folder.resolve("my-values.yaml"));
    }

    @Test
    void kafkasToolsReachTheBrokersOfTheChartAsTheOperator() throws Exception {
        Chart chart = Chart.of("clausewatch", "-f", "examples/values-laptop.yaml");
        run(Stream.of("export NS=", "kubectl -n $NS apply -f -", "kt kafka-consumer-groups.sh")
                .flatMap(words -> blocks("docs/runbook.md", words).stream())
                .toList());
        JsonNode pod = Chart.parse(written("applied.yaml")).getFirst();
        ChartObjectsTest.assertKeepsTheSchema(pod);
        assertEquals(
                "quay.example/strimzi/kafka:4.2.0",
                pod.at("/spec/containers/0/image").asText());
        String cluster = Chart.name(chart.all("Kafka").getFirst());
        assertEquals(
                Set.of(Chart.name(chart.one("KafkaUser", "-operator")), cluster + "-cluster-ca-cert"),
                Set.copyOf(ChartObjectsTest.named(pod.path("spec"))));

        Properties settings = settings(pod);
        JsonNode variables = Chart.container(chart.all("Deployment").getFirst()).path("env");
        for (String name : List.of("security.protocol", "sasl.mechanism", "ssl.truststore.type")) {
            assertEquals(
                    variable(variables, "KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_')),
                    settings.getProperty(name));
        }
        assertEquals("of \"the\" secret;", settings.getProperty("sasl.jaas.config"));
        assertEquals(
                pod.at("/spec/containers/0/volumeMounts/0/mountPath").asText() + "/ca.crt",
                settings.getProperty("ssl.truststore.location"));

        List<String> calls = Pattern.compile("(?m)^.* exec -i kafka-tools -- (.*)$")
                .matcher(written("kubectl.log"))
                .results()
                .map(MatchResult::group)
                .toList();
        assertEquals(2, calls.size());
        for (String call : calls) {
            assertTrue(
                    call.contains(" --bootstrap-server " + cluster
                            + "-kafka-bootstrap:9093 --command-config /tmp/operator.properties "),
                    call);
        }
    }

    /** What the pod's command writes for the tools. */
    private Properties settings(JsonNode pod) throws IOException {
        List<String> command = Chart.texts(pod.at("/spec/containers/0/command"));
        assertEquals(List.of("sh", "-c"), command.subList(0, 2));
        String script = command.get(2)
                .replace(
                        "/tmp/operator.properties",
                        folder.resolve("operator.properties").toString())
                .replace("sleep ", ": ");
        run(List.of("export JAAS='of \"the\" secret;'", script));
        Properties settings = new Properties();
        settings.load(new StringReader(written("operator.properties")));
        return settings;
    }

    private static String variable(JsonNode variables, String name) {
        return Chart.elements(variables)
                .filter(variable -> variable.path("name").asText().equals(name))
                .map(variable -> variable.path("value").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no variable " + name));
    }
}
