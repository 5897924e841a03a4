package dev.clausewatch.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The objects of the operators, held against the types that they are generated from: those of Strimzi by its own Java classes, the others by the
 * TypeScript compiler and declarations from npm ({@code deploy/checks/fetch-tools}). A field that does not exist, one of another type or with
 * a value that is not offered is seen; a missing one is too, other than by Strimzi's classes. What an operator's rules say beyond is not.
 */
class CustomObjectsTest {

    private static final Map<String, Class<?>> STRIMZI = Map.of(
            "Kafka", Kafka.class,
            "KafkaNodePool", KafkaNodePool.class,
            "KafkaTopic", KafkaTopic.class,
            "KafkaUser", KafkaUser.class);

    private static final Set<String> CLOUD_NATIVE_PG = Set.of("Cluster", "ScheduledBackup");

    /** No package was found that declares these; what they name is checked elsewhere. */
    private static final Set<String> UNCHECKED = Set.of("postgresql.cnpg.io/v1 Database");

    /** An error of the compiler: the line, and what it says. */
    private static final Pattern OF_OBJECT = Pattern.compile("(?m)^objects\\.ts\\((\\d++),\\d++\\): error (.*+)$");

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .annotationIntrospector(new DeclaredPropertiesOnly())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    /** The classes keep what they do not know; here it is refused. */
    private static final class DeclaredPropertiesOnly extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return Boolean.FALSE;
        }
    }

    @TempDir
    private Path folder;

    @Test
    void everyCustomObjectIsCheckedHereOrNamedAsUnchecked() {
        Set<String> others = new TreeSet<>();
        for (JsonNode object : custom()) {
            String kind = Chart.kind(object);
            if (!STRIMZI.containsKey(kind) && typed(object) == null) {
                others.add(object.path("apiVersion").asText() + " " + kind);
            }
        }
        assertEquals(UNCHECKED, others);
    }

    /** Of all sets of values; what they have alike once. */
    private static Set<JsonNode> custom() {
        return Arrays.stream(Chart.Values.values())
                .flatMap(values -> values.chart().objects().stream())
                .filter(object -> object.path("apiVersion").asText().contains("."))
                .filter(object -> !object.path("apiVersion").asText().equals("networking.k8s.io/v1"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Test
    void whatStrimziIsGivenFitsItsClasses() {
        for (JsonNode object : custom()) {
            Class<?> type = STRIMZI.get(Chart.kind(object));
            if (type != null) {
                assertEquals("kafka.strimzi.io/v1", object.path("apiVersion").asText());
                assertEquals("", refusal(object, type), Chart.name(object));
            }
        }
    }

    @Test
    void strimzisClassesRefuseWhatTheyDoNotKnow() {
        List<String> mistakes = List.of(
                "Kafka /spec/kafka listener []",
                "Kafka /spec/kafka/listeners/0 port \"many\"",
                "Kafka /spec/kafka/authorization type \"none\"",
                "KafkaNodePool /spec roles [\"brokers\"]",
                "KafkaTopic /spec partition 3",
                "KafkaUser /spec/authorization/acls/0 operations [\"Look\"]",
                "KafkaUser /spec/authorization/acls/0/resource pattern \"literal\"");
        for (String mistake : mistakes) {
            JsonNode object = with(Chart.Values.LAPTOP, mistake);
            Class<?> type = STRIMZI.get(Chart.kind(object));
            assertTrue(type != null && !refusal(object, type).isEmpty(), mistake);
        }
    }

    /** Empty when the class takes it and tells it again: an unknown value of a list is taken as none. */
    private static String refusal(JsonNode object, Class<?> type) {
        try {
            JsonNode again = STRICT.valueToTree(STRICT.treeToValue(object, type));
            return lost(object.path("spec"), again.path("spec"), "/spec");
        } catch (JsonProcessingException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String lost(JsonNode given, JsonNode again, String place) {
        if (given.isObject()) {
            return given.properties().stream()
                    .map(field -> lost(field.getValue(), again.path(field.getKey()), place + "/" + field.getKey()))
                    .collect(Collectors.joining());
        }
        if (given.isArray()) {
            return IntStream.range(0, given.size())
                    .mapToObj(i -> lost(given.path(i), again.path(i), place + "/" + i))
                    .collect(Collectors.joining());
        }
        // What is as it would be anyway is not told again.
        return again.isNull() ? place + " is lost\n" : "";
    }

    /** An object with one field set: kind, place, field and value, by blanks. */
    private static JsonNode with(Chart.Values values, String mistake) {
        String[] parts = mistake.split(" ", 4);
        JsonNode object = values.chart().all(parts[0]).getFirst().deepCopy();
        try {
            ((ObjectNode) object.at(parts[1])).set(parts[2], STRICT.readTree(parts[3]));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(mistake, e);
        }
        return object;
    }

    @Test
    void whatTheOtherOperatorsAreGivenFitsTheirDeclarations() throws IOException {
        assertEquals(Map.of(), mistakes(List.copyOf(custom())));
    }

    @Test
    void theirDeclarationsRefuseWhatTheyDoNotKnow() throws IOException {
        List<JsonNode> mistaken = Stream.of(
                        "ScaledObject /spec minReplicas 1",
                        "ScaledObject /spec/triggers/0/metadata lagThreshold 200",
                        "TriggerAuthentication /spec/secretTargetRef/0 secret \"x\"",
                        "ServiceMonitor /spec/endpoints/0 every \"30s\"",
                        "PrometheusRule /spec/groups/0/rules/0 alarm \"x\"",
                        "HTTPRoute /spec/rules/0/matches/0/path type \"Glob\"",
                        "Cluster /spec/postgresql/synchronous dataDurability \"never\"",
                        "Cluster /spec/plugins/0 isWalArchiver true",
                        "ScheduledBackup /spec method \"dump\"",
                        "ObjectStore /spec/configuration/wal compression \"zip\"")
                .map(mistake -> with(Chart.Values.TEN_THOUSAND, mistake))
                .toList();
        Map<Integer, String> found = mistakes(mistaken);
        assertEquals(mistaken.size(), found.size(), found::toString);
    }

    /** What the compiler says, by the place of the object among these. */
    private Map<Integer, String> mistakes(List<JsonNode> objects) throws IOException {
        Tool.Result result = compile(objects);
        Map<Integer, String> found = new TreeMap<>();
        OF_OBJECT
                .matcher(result.output())
                .results()
                .forEach(error -> found.put(Integer.valueOf(error.group(1)) - 1, error.group(2)));
        assertEquals(result.code() == 0, found.isEmpty(), result.output());
        return found;
    }

    /** Each object as a constant of its type: the compiler looks at every field of a literal. */
    private Tool.Result compile(List<JsonNode> objects) throws IOException {
        Files.writeString(folder.resolve("cnpg.d.ts"), cloudNativePg());
        List<String> lines = new ArrayList<>();
        for (JsonNode object : objects) {
            Typed typed = typed(object);
            lines.add(
                    typed == null
                            ? ""
                            : "export const o" + lines.size() + ": import(\"" + typed.file() + "\")." + typed.type()
                                    + " = " + typed.value() + ";");
        }
        Files.writeString(folder.resolve("objects.ts"), String.join("\n", lines));
        return new Tool("node")
                .run(
                        folder,
                        declarations().resolve("typescript/tsc.js").toString(),
                        "--noEmit",
                        "--strict",
                        // What they import in turn (Kubernetes' own types) is not there, and anything to them.
                        "--skipLibCheck",
                        "--module",
                        "esnext",
                        "--moduleResolution",
                        "bundler",
                        "--target",
                        "es2022",
                        "objects.ts");
    }

    /** What of an object has which type, declared where. */
    private record Typed(String type, String file, JsonNode value) {}

    private static @Nullable Typed typed(JsonNode object) {
        String kind = Chart.kind(object);
        String version = object.path("apiVersion").asText();
        if (version.equals("postgresql.cnpg.io/v1") && CLOUD_NATIVE_PG.contains(kind)) {
            return new Typed(
                    kind + "Props", "./cnpg", ((ObjectNode) object.deepCopy()).without(List.of("apiVersion", "kind")));
        }
        if (version.equals("barmancloud.cnpg.io/v1")) {
            // The plugin took over this part of a cluster.
            return new Typed("ClusterSpecBackupBarmanObjectStore", "./cnpg", object.at("/spec/configuration"));
        }
        Path file = declarations().resolve(version).resolve(kind + ".d.ts");
        return Files.isRegularFile(file) ? new Typed("I" + kind, file.toString().replace(".d.ts", ""), object) : null;
    }

    private static Path declarations() {
        return Tool.declarations();
    }

    /**
     * CloudNativePG's declarations as the API says them: they are made for programs, with names of fields in their own fashion and
     * enumerations instead of texts.
     */
    private static String cloudNativePg() throws IOException {
        String text = Files.readString(declarations().resolve("postgresql.cnpg.io.d.ts"));
        text = Pattern.compile("(?m)^(import|export declare function) .*+$")
                .matcher(text)
                .replaceAll("");
        text = Pattern.compile("(?s)export declare enum ([A-Za-z]++) \\{(.*?)\\n\\}")
                .matcher(text)
                .replaceAll(type -> "export type " + type.group(1) + " = " + texts(type.group(2)) + ";");
        text = Pattern.compile("(?s)export declare class ([A-Za-z]++) extends .*?\\n\\}")
                .matcher(text)
                .replaceAll("");
        text = Pattern.compile("(?s)export declare class ([A-Za-z]++) \\{.*?\\n\\}")
                .matcher(text)
                .replaceAll("export type $1 = number | string;");
        text = Pattern.compile("(@schema [A-Za-z]++#([\\w.-]++)\\s++\\*/\\s++readonly )[A-Za-z0-9]++")
                .matcher(text)
                .replaceAll("$1\"$2\"");
        return "type ApiObjectMetadata = any;\n" + text;
    }

    private static String texts(String members) {
        return Pattern.compile("= (\"[^\"]*+\")")
                .matcher(members)
                .results()
                .map(member -> member.group(1))
                .collect(Collectors.joining(" | "));
    }
}
