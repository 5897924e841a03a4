package dev.clausewatch.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.openapi.JSON;
import java.lang.reflect.InvocationTargetException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each object by itself and with the others of its release. Nothing is applied to an API server. */
class ChartObjectsTest {

    private static final Set<String> BUILT_IN =
            Set.of("v1", "apps/v1", "batch/v1", "policy/v1", "networking.k8s.io/v1");

    /** Secrets and config maps of the user, which no object of the chart may make: by the values that name them. */
    private static final Set<String> BROUGHT = Set.of(
            "t-clausewatch-secrets",
            "cw-secrets",
            "clausewatch-kafka",
            "kafka-ca",
            "clausewatch-backups",
            "model-key",
            "pull",
            "declarations",
            "rules");

    @ParameterizedTest
    @EnumSource
    void everyBuiltInObjectKeepsTheSchemaOfKubernetes(Chart.Values values) throws ReflectiveOperationException {
        for (JsonNode object : values.chart().objects()) {
            if (BUILT_IN.contains(object.path("apiVersion").asText())) {
                assertKeepsTheSchema(object);
            }
        }
    }

    /** That an object of Kubernetes' own has every field that it needs, of its type, and no other. */
    static void assertKeepsTheSchema(JsonNode object) throws ReflectiveOperationException {
        // Loads the models' type adapters.
        assertNotNull(new JSON());
        JsonElement json = JsonParser.parseString(object.toString());
        try {
            Class.forName("io.kubernetes.client.openapi.models.V1" + Chart.kind(object))
                    .getMethod("validateJsonElement", JsonElement.class)
                    .invoke(null, json);
        } catch (InvocationTargetException e) {
            throw new AssertionError(Chart.kind(object) + " " + Chart.name(object) + ": " + e.getCause(), e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noTwoObjectsHaveOneName(Chart.Values values) {
        Set<String> seen = new HashSet<>();
        for (JsonNode object : values.chart().objects()) {
            String name = Chart.name(object);
            assertTrue(seen.add(object.path("apiVersion").asText() + " " + Chart.kind(object) + " " + name), name);
            assertTrue(name.length() <= 63 || Chart.kind(object).equals("KafkaTopic"), name);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatSelectsPodsFindsThoseOfItsComponentAndNoOthers(Chart.Values values) {
        Chart chart = values.chart();
        for (JsonNode object : chart.objects()) {
            JsonNode selector = switch (Chart.kind(object)) {
                case "Deployment", "PodDisruptionBudget" -> object.at("/spec/selector/matchLabels");
                case "Service" -> object.at("/spec/selector");
                case "NetworkPolicy" -> object.at("/spec/podSelector/matchLabels");
                default -> null;
            };
            if (selector != null) {
                Set<String> found = selected(chart, selector);
                Set<String> wanted = Chart.component(object).isEmpty()
                        ? chart.workloads().stream().map(Chart::component).collect(Collectors.toSet())
                        : Set.of(Chart.component(object));
                assertEquals(wanted, found, Chart.kind(object) + " " + Chart.name(object));
            }
        }
    }

    private static Set<String> selected(Chart chart, JsonNode selector) {
        return chart.workloads().stream()
                .filter(workload -> selector.properties().stream()
                        .allMatch(label -> workload.at("/spec/template/metadata/labels")
                                .path(label.getKey())
                                .equals(label.getValue())))
                .map(Chart::component)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource
    void everythingThatIsNamedIsThere(Chart.Values values) {
        Chart chart = values.chart();
        Set<String> accounts =
                chart.all("ServiceAccount").stream().map(Chart::name).collect(Collectors.toSet());
        Set<String> services = chart.all("Service").stream().map(Chart::name).collect(Collectors.toSet());
        // Strimzi makes a secret for each user, and one with the cluster's certificate authority.
        Set<String> made = Stream.concat(
                        chart.all("KafkaUser").stream().map(Chart::name),
                        chart.all("Kafka").stream().map(kafka -> Chart.name(kafka) + "-cluster-ca-cert"))
                .collect(Collectors.toSet());
        for (JsonNode workload : chart.workloads()) {
            JsonNode pod = Chart.pod(workload);
            if (Chart.kind(workload).equals("Deployment")) {
                assertTrue(accounts.contains(pod.path("serviceAccountName").asText()), Chart.name(workload));
            } else {
                // A hook runs before the accounts of the release are there.
                assertTrue(pod.path("serviceAccountName").isMissingNode(), Chart.name(workload));
            }
            for (String secret : named(pod)) {
                assertTrue(
                        made.contains(secret)
                                || BROUGHT.contains(secret)
                                || secret.matches("(t-clausewatch|cw)-db-[a-z]+"),
                        () -> Chart.name(workload) + " names " + secret);
            }
            Set<String> volumes = Chart.elements(pod.path("volumes"))
                    .map(volume -> volume.path("name").asText())
                    .collect(Collectors.toSet());
            Set<String> mounted = Chart.elements(Chart.container(workload).path("volumeMounts"))
                    .map(mount -> mount.path("name").asText())
                    .collect(Collectors.toSet());
            assertEquals(volumes, mounted, Chart.name(workload));
        }
        chart.all("Ingress")
                .forEach(ingress ->
                        assertTrue(services.contains(ingress.at("/spec/rules/0/http/paths/0/backend/service/name")
                                .asText())));
        chart.all("HTTPRoute")
                .forEach(route -> assertTrue(services.contains(
                        route.at("/spec/rules/0/backendRefs/0/name").asText())));
        Set<String> deployments =
                chart.all("Deployment").stream().map(Chart::name).collect(Collectors.toSet());
        chart.all("ScaledObject")
                .forEach(scaled -> assertTrue(deployments.contains(
                        scaled.at("/spec/scaleTargetRef/name").asText())));
        for (JsonNode trigger : chart.all("TriggerAuthentication")) {
            Chart.elements(trigger.at("/spec/secretTargetRef"))
                    .forEach(secret ->
                            assertTrue(made.contains(secret.path("name").asText()), Chart.name(trigger)));
        }
    }

    /** The secrets and config maps that a pod names. */
    static List<String> named(JsonNode pod) {
        return Stream.of("secretKeyRef", "secretRef", "secret", "configMap", "configMapRef")
                .flatMap(key -> pod.findValues(key).stream())
                .map(reference -> reference.has("secretName")
                        ? reference.path("secretName").asText()
                        : reference.path("name").asText())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void everyPortThatIsNamedIsAPortOfThePod(Chart.Values values) {
        Chart chart = values.chart();
        for (JsonNode deployment : chart.all("Deployment")) {
            Map<String, Integer> ports = Chart.elements(
                            Chart.container(deployment).path("ports"))
                    .collect(Collectors.toMap(
                            port -> port.path("name").asText(),
                            port -> port.path("containerPort").asInt()));
            JsonNode service = chart.one("Service", Chart.component(deployment));
            for (JsonNode port : service.at("/spec/ports")) {
                assertEquals(
                        ports.get(port.path("targetPort").asText()),
                        port.path("port").asInt());
            }
            for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                assertEquals(
                        "management",
                        Chart.container(deployment)
                                .path(probe)
                                .at("/httpGet/port")
                                .asText());
            }
        }
        chart.all("ServiceMonitor").forEach(monitor -> {
            assertEquals("management", monitor.at("/spec/endpoints/0/port").asText());
            assertEquals("/q/metrics", monitor.at("/spec/endpoints/0/path").asText());
        });
    }

    @ParameterizedTest
    @EnumSource
    void noPodIsRootOrWritesItsImageOrHasRights(Chart.Values values) {
        for (JsonNode workload : values.chart().workloads()) {
            JsonNode pod = Chart.pod(workload);
            String name = Chart.name(workload);
            assertTrue(pod.at("/securityContext/runAsNonRoot").asBoolean(), name);
            assertTrue(pod.at("/securityContext/runAsUser").asInt() > 9999, name);
            assertEquals(
                    "RuntimeDefault",
                    pod.at("/securityContext/seccompProfile/type").asText(),
                    name);
            assertFalse(pod.path("automountServiceAccountToken").asBoolean(true), name);
            assertFalse(pod.path("enableServiceLinks").asBoolean(true), name);
            for (String host : List.of("hostNetwork", "hostPID", "hostIPC")) {
                assertTrue(pod.path(host).isMissingNode(), name);
            }
            assertEquals(1, pod.path("containers").size(), name);
            JsonNode security = Chart.container(workload).path("securityContext");
            assertFalse(security.path("allowPrivilegeEscalation").asBoolean(true), name);
            assertTrue(security.path("readOnlyRootFilesystem").asBoolean(), name);
            assertEquals(List.of("ALL"), Chart.texts(security.at("/capabilities/drop")), name);
            assertTrue(security.path("privileged").isMissingNode(), name);
            assertTrue(pod.findValues("hostPath").isEmpty(), name);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyContainerAsksForWhatItNeedsAndMayNotTakeAllMemory(Chart.Values values) {
        for (JsonNode workload : values.chart().workloads()) {
            JsonNode resources = Chart.container(workload).path("resources");
            String name = Chart.name(workload);
            double limit = bytes(resources.at("/limits/memory"));
            assertTrue(bytes(resources.at("/requests/memory")) <= limit, name);
            assertTrue(bytes(resources.at("/requests/cpu")) > 0, name);
            String options = Chart.elements(Chart.container(workload).path("env"))
                    .filter(variable -> variable.path("name").asText().equals("JDK_JAVA_OPTIONS"))
                    .map(variable -> variable.path("value").asText())
                    .findFirst()
                    .orElseThrow();
            double heap = Integer.parseInt(options.substring("-Xmx".length(), options.length() - 1)) * 1024.0 * 1024;
            assertTrue(heap * 1.3 < limit, name + " has " + options + " and a limit of " + limit);
            for (JsonNode volume : Chart.pod(workload).path("volumes")) {
                if (volume.has("emptyDir")) {
                    assertTrue(bytes(volume.at("/emptyDir/sizeLimit")) > 0, name);
                }
            }
        }
        for (String kind : List.of("KafkaNodePool", "Cluster")) {
            for (JsonNode server : values.chart().all(kind)) {
                assertTrue(bytes(server.at("/spec/resources/limits/memory")) > 0, Chart.name(server));
            }
        }
    }

    private static double bytes(JsonNode quantity) {
        return Quantity.fromString(quantity.asText()).getNumber().doubleValue();
    }

    @ParameterizedTest
    @EnumSource
    void aDisruptionBudgetLetsOneGoAndIsThereWhereOneMayGo(Chart.Values values) {
        Chart chart = values.chart();
        for (JsonNode deployment : chart.all("Deployment")) {
            List<JsonNode> scaled = chart.all("ScaledObject").stream()
                    .filter(object -> Chart.component(object).equals(Chart.component(deployment)))
                    .toList();
            int least = scaled.isEmpty()
                    ? deployment.at("/spec/replicas").asInt()
                    : scaled.getFirst().at("/spec/minReplicaCount").asInt();
            // What KEDA sets must not be set back by an upgrade.
            assertEquals(scaled.isEmpty(), deployment.at("/spec").has("replicas"), Chart.name(deployment));
            List<JsonNode> budgets = chart.all("PodDisruptionBudget").stream()
                    .filter(budget -> Chart.component(budget).equals(Chart.component(deployment)))
                    .toList();
            assertEquals(least > 1 ? 1 : 0, budgets.size(), Chart.name(deployment));
            budgets.forEach(
                    budget -> assertTrue(budget.at("/spec/maxUnavailable").asInt() < least));
            assertEquals(
                    2, Chart.pod(deployment).path("topologySpreadConstraints").size());
        }
    }
}
