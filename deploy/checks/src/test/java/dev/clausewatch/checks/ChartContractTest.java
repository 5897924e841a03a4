package dev.clausewatch.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clausewatch.events.Limits;
import dev.clausewatch.events.Service;
import dev.clausewatch.events.Topic;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The chart says what the code says: services, ports, probes, variables, topics and who may touch them. */
class ChartContractTest {

    /** Variables that no file of settings of ours names. */
    private static final Set<String> OF_OTHERS = Set.of("JDK_JAVA_OPTIONS", "QUARKUS_INIT_AND_EXIT", "BROKER_USER");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]++)[:}]");
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]++)\"");
    private static final Pattern KEY = Pattern.compile("(?m)^    [A-Za-z<>.]++ ([a-z][A-Za-z]*+)\\(\\);");

    @ParameterizedTest
    @EnumSource
    void everyServiceOfTheCodeIsDeployedOnItsPorts(Chart.Values values) {
        Map<String, List<Integer>> wanted = new TreeMap<>();
        for (Service service : Service.values()) {
            wanted.put(service.label(), List.of(service.port(), service.managementPort()));
        }
        Map<String, List<Integer>> deployed = new TreeMap<>();
        for (JsonNode deployment : values.chart().all("Deployment")) {
            deployed.put(
                    Chart.component(deployment),
                    Chart.elements(Chart.container(deployment).path("ports"))
                            .map(port -> port.path("containerPort").asInt())
                            .toList());
            Map<String, String> variables = variables(deployment);
            assertEquals(
                    wanted.get(Chart.component(deployment)),
                    List.of(
                            Integer.valueOf(variables.getOrDefault("PORT", "0")),
                            Integer.valueOf(variables.getOrDefault("MANAGEMENT_PORT", "0"))));
        }
        assertEquals(wanted, deployed);
    }

    @ParameterizedTest
    @EnumSource
    void theProbesAskWhatQuarkusAnswers(Chart.Values values) {
        for (JsonNode deployment : values.chart().all("Deployment")) {
            JsonNode container = Chart.container(deployment);
            Map<String, String> paths = Map.of(
                    "startupProbe", "/q/health/started",
                    "livenessProbe", "/q/health/live",
                    "readinessProbe", "/q/health/ready");
            paths.forEach((probe, path) ->
                    assertEquals(path, container.path(probe).at("/httpGet/path").asText()));
            JsonNode startup = container.path("startupProbe");
            int seconds = startup.path("periodSeconds").asInt()
                    * startup.path("failureThreshold").asInt();
            assertTrue(seconds >= 600, "A migration may take long, and has " + seconds + " s");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyServiceHasTheTimeToStop(Chart.Values values) {
        for (JsonNode deployment : values.chart().all("Deployment")) {
            Service service = Service.byLabel(Chart.component(deployment));
            int pause = Chart.container(deployment)
                    .at("/lifecycle/preStop/sleep/seconds")
                    .asInt();
            int grace =
                    Chart.pod(deployment).path("terminationGracePeriodSeconds").asInt();
            int longest = pause + longestStop(service);
            assertTrue(longest <= grace, service.label() + " may take " + longest + " s and has " + grace);
        }
    }

    /** In seconds: what a service waits for when it is told to stop is waited for in turn, each with a limit of its own. */
    private static int longestStop(Service service) {
        String runtime = "events/runtime/src/main/java/dev/clausewatch/runtime/messaging/";
        long channels = Arrays.stream(Topic.values())
                .filter(topic -> topic.readers().contains(service))
                .count();
        int requests = seconds(
                "events/runtime/src/main/resources/META-INF/microprofile-config.properties",
                "quarkus\\.shutdown\\.timeout=(\\d++)s");
        int publication = seconds(runtime + "MessagingConfig.java", "\"PT(\\d++)S\"\\)\\s++Duration publishTimeout");
        int polls = seconds(runtime + "MessagingConfig.java", "\"PT(\\d++)S\"\\)\\s++Duration drain")
                + (int) channels
                        * seconds(runtime + "GracefulStop.java", "PAUSE_PATIENCE = Duration.ofSeconds\\((\\d++)\\)");
        String schedule = "crawler-service/service/src/main/java/dev/clausewatch/crawler/schedule/";
        // The sweep of the event log, then the producer.
        int publishing = 2 * publication;
        return requests
                + switch (service) {
                    case CRAWLER ->
                        publishing
                                + seconds(schedule + "CaptureLoop.java", "LAST_ROUND = Duration.ofSeconds\\((\\d++)\\)")
                                + seconds(schedule + "ScheduleConfig.java", "\"(\\d++)s\"\\)\\s++Duration drain");
                    case DIFF, CLASSIFIER -> publishing + polls;
                    // Attempts, then what came of them.
                    case ALERT ->
                        publishing
                                + polls
                                + 2
                                        * seconds(
                                                "alert-service/src/main/java/dev/clausewatch/alert/ledger/DeliveryConfig.java",
                                                "\"(\\d++)s\"\\)\\s++Duration stopTimeout");
                    case GATEWAY ->
                        seconds(
                                "api-gateway/src/main/java/dev/clausewatch/gateway/readmodel/ReadModelReader.java",
                                "LONGEST_STOP = Duration.ofSeconds\\((\\d++)\\)");
                };
    }

    private static int seconds(String file, String pattern) {
        Matcher match = Pattern.compile(pattern).matcher(Tool.text(file));
        assertTrue(match.find(), () -> file + " has no " + pattern);
        return Integer.parseInt(match.group(1));
    }

    @ParameterizedTest
    @EnumSource
    void everyVariableIsOneThatTheCodeReads(Chart.Values values) {
        Set<String> known = known();
        for (JsonNode workload : values.chart().workloads()) {
            Set<String> unknown = new TreeSet<>(variables(workload).keySet());
            unknown.removeIf(name -> known.contains(name) || OF_OTHERS.contains(name) || name.startsWith("KAFKA_"));
            assertEquals(Set.of(), unknown, Chart.name(workload));
        }
    }

    @Test
    void theSettingsOfTheCodeAreFoundAtAll() {
        assertTrue(
                known().containsAll(Set.of(
                        "SERVICE_TOKEN",
                        "DECLARATIONS_GIT",
                        "CLAUSEWATCH_FETCH_USER_AGENT",
                        "TOPIC_REPLICATION_FACTOR")),
                () -> known().toString());
    }

    /** The variables of files of settings, of config mappings, and of the provisioner of topics. */
    private static Set<String> known() {
        Set<String> known = new HashSet<>();
        Stream.concat(
                        Tool.sources("/application.properties", "/test/").stream(),
                        Tool.sources("/microprofile-config.properties", "/test/").stream())
                .flatMap(file -> PLACEHOLDER.matcher(file).results())
                .forEach(match -> known.add(match.group(1)));
        for (String source : Tool.sources("Config.java", "/test/")) {
            MAPPING.matcher(source)
                    .results()
                    .forEach(prefix -> KEY.matcher(source)
                            .results()
                            .forEach(key -> known.add(variable(prefix.group(1) + "." + key.group(1)))));
        }
        assertTrue(Tool.text("deploy/servers/src/main/java/dev/clausewatch/servers/TopicProvisioner.java")
                .contains("\"TOPIC_REPLICATION_FACTOR\""));
        known.add("TOPIC_REPLICATION_FACTOR");
        return known;
    }

    private static String variable(String key) {
        StringBuilder variable = new StringBuilder();
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (Character.isUpperCase(c)) {
                variable.append('_');
            }
            variable.append(c == '.' || c == '-' ? '_' : c);
        }
        return variable.toString().toUpperCase(Locale.ROOT);
    }

    private static Map<String, String> variables(JsonNode workload) {
        Map<String, String> variables = new TreeMap<>();
        for (JsonNode variable : Chart.container(workload).path("env")) {
            String name = variable.path("name").asText();
            assertTrue(
                    variables.put(name, variable.path("value").asText()) == null,
                    name + " is there twice in " + Chart.name(workload));
        }
        return variables;
    }

    @ParameterizedTest
    @EnumSource
    void noSecretStandsInTheOpen(Chart.Values values) {
        for (JsonNode workload : values.chart().workloads()) {
            for (JsonNode variable : Chart.container(workload).path("env")) {
                if (Pattern.compile("PASSWORD|TOKEN|JAAS|_KEY")
                        .matcher(variable.path("name").asText())
                        .find()) {
                    assertTrue(variable.at("/valueFrom/secretKeyRef/name").isTextual(), variable.toString());
                }
            }
        }
        assertEquals(List.of(), values.chart().all("Secret"));
    }

    @Test
    void theTopicsAreThoseOfTheContract() {
        Map<String, Map<String, Object>> wanted = new TreeMap<>();
        for (Topic topic : Topic.values()) {
            wanted.put(topic.topicName(), topic(topic.partitions(), topic.brokerSettings()));
            for (Service reader : topic.readers()) {
                wanted.put(topic.deadLetters(reader), topic(1, Topic.deadLetterSettings()));
            }
        }
        Map<String, Map<String, Object>> declared = new TreeMap<>();
        for (JsonNode topic : Chart.Values.TEN_THOUSAND.chart().all("KafkaTopic")) {
            Map<String, String> settings = settings(topic.at("/spec/config"));
            assertEquals("2", settings.remove("min.insync.replicas"));
            assertEquals(3, topic.at("/spec/replicas").asInt());
            declared.put(Chart.name(topic), topic(topic.at("/spec/partitions").asInt(), settings));
            // Uninstalling the chart must not delete what was announced.
            assertEquals(
                    "keep",
                    topic.at("/metadata/annotations")
                            .path("helm.sh/resource-policy")
                            .asText());
        }
        assertEquals(wanted, declared);
        for (JsonNode topic : Chart.Values.LAPTOP.chart().all("KafkaTopic")) {
            assertEquals(1, topic.at("/spec/replicas").asInt());
            assertTrue(topic.at("/spec/config/min.insync.replicas").isMissingNode());
        }
    }

    private static Map<String, Object> topic(int partitions, Map<String, String> settings) {
        return Map.of("partitions", partitions, "settings", Map.copyOf(settings));
    }

    private static Map<String, String> settings(JsonNode config) {
        Map<String, String> settings = new HashMap<>();
        config.properties()
                .forEach(setting ->
                        settings.put(setting.getKey(), setting.getValue().asText()));
        return settings;
    }

    @Test
    void theBrokersTakeWhatTheContractAllows() {
        JsonNode config =
                Chart.Values.TEN_THOUSAND.chart().all("Kafka").getFirst().at("/spec/kafka/config");
        assertEquals(Limits.RECORD_BYTES, config.path("message.max.bytes").asInt());
        assertEquals(Limits.RECORD_BYTES, config.path("replica.fetch.max.bytes").asInt());
        assertEquals("false", config.path("auto.create.topics.enable").asText());
    }

    @ParameterizedTest
    @EnumSource(
            value = Chart.Values.class,
            names = {"LAPTOP", "TEN_THOUSAND"})
    void everyServiceMayDoAtTheBrokersWhatTheContractSaysAndNothingElse(Chart.Values values) {
        for (Service service : Service.values()) {
            JsonNode user = values.chart().one("KafkaUser", service.label());
            Set<String> rights = Chart.elements(user.at("/spec/authorization/acls"))
                    .map(acl -> {
                        assertEquals("literal", acl.at("/resource/patternType").asText());
                        return acl.at("/resource/type").asText() + " "
                                + acl.at("/resource/name").asText() + " " + Chart.texts(acl.path("operations"));
                    })
                    .collect(Collectors.toSet());
            assertEquals(rights(service), rights, service.label());
        }
    }

    private static Set<String> rights(Service service) {
        String reads = " [Describe, Read]";
        String writes = " [Describe, Write]";
        Set<String> rights = new HashSet<>();
        for (Topic topic : Topic.values()) {
            if (topic.writer() == service) {
                rights.add("topic " + topic.topicName() + writes);
            }
            if (topic.readers().contains(service)) {
                rights.add("topic " + topic.topicName() + reads);
                rights.add("topic " + topic.deadLetters(service) + writes);
            }
        }
        if (service == Service.GATEWAY) {
            // The stages whose dead letters it shows.
            Pattern stage = Pattern.compile("\\((Topic)\\.([A-Z]++), Service\\.([A-Z]++)\\)");
            stage.matcher(Tool.text("api-gateway/src/main/java/dev/clausewatch/gateway/readmodel/Stage.java"))
                    .results()
                    .forEach(match -> rights.add("topic "
                            + Topic.valueOf(match.group(2)).deadLetters(Service.valueOf(match.group(3))) + reads));
        } else if (Arrays.stream(Topic.values())
                .anyMatch(topic -> topic.readers().contains(service))) {
            rights.add("group " + service.label() + reads);
        }
        return rights;
    }

    @ParameterizedTest
    @EnumSource(
            value = Chart.Values.class,
            names = {"LAPTOP", "TEN_THOUSAND"})
    void anOperatorMayLookSetBackAndReplayButNotDeleteWhatWasAnnounced(Chart.Values values) {
        JsonNode acls = values.chart().one("KafkaUser", "-operator").at("/spec/authorization/acls");
        Set<String> rights = new TreeSet<>();
        Chart.elements(acls)
                .forEach(acl -> rights.add(acl.at("/resource/patternType").asText() + " "
                        + acl.at("/resource/name").asText() + " " + Chart.texts(acl.path("operations"))));
        Set<String> wanted = new TreeSet<>(Set.of(
                "prefix clausewatch. [Describe, DescribeConfigs, Read, Write]",
                "prefix console-consumer- [Describe, Read]"));
        for (Topic topic : Topic.values()) {
            assertTrue(topic.topicName().startsWith("clausewatch."));
            for (Service reader : topic.readers()) {
                wanted.add("literal " + topic.deadLetters(reader) + " [Delete]");
                if (reader != Service.GATEWAY) {
                    wanted.add("literal " + reader.label() + " [Describe, Read]");
                }
            }
        }
        assertEquals(wanted, rights);
    }

    @Test
    void kedaAsksTheBrokersOfTheServicesByANameThatHoldsInItsOwnNamespace() {
        for (Chart.Values values : List.of(Chart.Values.TEN_THOUSAND, Chart.Values.EVERYTHING)) {
            Chart chart = values.chart();
            String name = Chart.name(chart.all("Kafka").getFirst());
            String brokers = name + "-kafka-bootstrap.terms.svc:9093";
            for (JsonNode scaled : chart.all("ScaledObject")) {
                Chart.elements(scaled.at("/spec/triggers"))
                        .forEach(trigger -> assertEquals(
                                brokers,
                                trigger.at("/metadata/bootstrapServers").asText()));
            }
            for (JsonNode deployment : chart.all("Deployment")) {
                assertEquals(brokers, variables(deployment).get("KAFKA_BOOTSTRAP_SERVERS"));
            }
        }
    }

    @Test
    void aCommitWaitsForAStandbyWhereThereIsOne() {
        JsonNode replicated = Chart.Values.TEN_THOUSAND.chart().all("Cluster").getFirst();
        JsonNode synchronous = replicated.at("/spec/postgresql/synchronous");
        assertEquals("any", synchronous.path("method").asText());
        assertEquals(1, synchronous.path("number").asInt());
        assertEquals("required", synchronous.path("dataDurability").asText());
        JsonNode single = Chart.Values.LAPTOP.chart().all("Cluster").getFirst();
        assertTrue(single.at("/spec/postgresql/synchronous").isMissingNode());
    }

    @Test
    void kedaWatchesWhatEachGroupReadsAndNeverGoesToZeroOrBeyondThePartitions() {
        for (JsonNode scaled : Chart.Values.TEN_THOUSAND.chart().all("ScaledObject")) {
            Service service = Service.byLabel(Chart.component(scaled));
            Set<String> read = Arrays.stream(Topic.values())
                    .filter(topic -> topic.readers().contains(service))
                    .map(Topic::topicName)
                    .collect(Collectors.toSet());
            Set<String> watched = Chart.elements(scaled.at("/spec/triggers"))
                    .map(trigger -> {
                        assertEquals(
                                service.label(),
                                trigger.at("/metadata/consumerGroup").asText());
                        trigger.path("metadata")
                                .properties()
                                .forEach(entry -> assertTrue(entry.getValue().isTextual(), entry.toString()));
                        return trigger.at("/metadata/topic").asText();
                    })
                    .collect(Collectors.toSet());
            assertEquals(read, watched);
            assertTrue(scaled.at("/spec/minReplicaCount").asInt() >= 1);
            assertTrue(scaled.at("/spec/idleReplicaCount").isMissingNode());
            int most = Arrays.stream(Topic.values())
                    .filter(topic -> topic.readers().contains(service))
                    .mapToInt(Topic::partitions)
                    .max()
                    .orElseThrow();
            assertEquals(most, scaled.at("/spec/maxReplicaCount").asInt());
        }
        assertEquals(3, Chart.Values.TEN_THOUSAND.chart().all("ScaledObject").size());
    }

    @Test
    void everyServiceHasADatabaseAndARoleOfItsOwn() {
        Chart chart = Chart.Values.TEN_THOUSAND.chart();
        Set<String> databases = chart.all("Database").stream()
                .map(database -> database.at("/spec/name").asText() + " of "
                        + database.at("/spec/owner").asText())
                .collect(Collectors.toSet());
        Set<String> roles = Chart.elements(chart.all("Cluster").getFirst().at("/spec/managed/roles"))
                .map(role -> role.path("name").asText())
                .collect(Collectors.toSet());
        Set<String> used = new HashSet<>();
        for (JsonNode deployment : chart.all("Deployment")) {
            String url = variables(deployment).getOrDefault("DATABASE_URL", "");
            String database = url.substring(url.lastIndexOf('/') + 1).replace("?sslmode=require", "");
            assertTrue(url.startsWith("jdbc:postgresql://t-clausewatch-db-rw:5432/"), url);
            assertTrue(roles.contains(database), database);
            assertTrue(databases.contains(database + " of " + database), database);
            used.add(database);
        }
        assertEquals(Service.values().length, used.size());
        assertEquals(roles, used);
    }

    @Test
    void topicsAndSchemasComeBeforeTheServicesAndOnlyWhereTheirServersAreThere() {
        Chart own = Chart.Values.LEAST.chart();
        assertEquals(6, own.all("Job").size());
        for (JsonNode job : own.all("Job")) {
            JsonNode annotations = job.at("/metadata/annotations");
            assertEquals(
                    "pre-install,pre-upgrade", annotations.path("helm.sh/hook").asText());
            int weight = annotations.path("helm.sh/hook-weight").asInt();
            assertEquals(Chart.component(job).equals("topics") ? -20 : -10, weight);
        }
        Chart operators = Chart.Values.LAPTOP.chart();
        assertEquals(5, operators.all("Job").size());
        for (JsonNode job : operators.all("Job")) {
            assertEquals(
                    "pre-upgrade",
                    job.at("/metadata/annotations").path("helm.sh/hook").asText());
        }
    }

    @Test
    void everyImageIsOneThatIsBuilt() {
        Set<String> built = Pattern.compile("(?m)^FROM [a-z:0-9.-]++ AS ([a-z-]++)$")
                .matcher(Tool.text("deploy/images/Dockerfile"))
                .results()
                .map(match -> "clausewatch-" + match.group(1))
                .collect(Collectors.toSet());
        for (Chart.Values values : Chart.Values.values()) {
            for (JsonNode workload : values.chart().workloads()) {
                String image = Chart.container(workload).path("image").asText();
                String name = image.substring(image.lastIndexOf('/') + 1, image.lastIndexOf(':'));
                assertTrue(built.contains(name), image + " is none of " + built);
            }
        }
    }
}
