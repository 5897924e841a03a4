package dev.clausewatch.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Exactly the pairs that docs/operations.md names may talk. */
class ChartNetworkTest {

    private static final Set<String> SERVICES =
            Set.of("crawler-service", "diff-service", "classifier-service", "alert-service", "api-gateway");

    private static final Set<String> CALLS = Set.of(
            "api-gateway -> crawler-service 8081",
            "api-gateway -> classifier-service 8083",
            "api-gateway -> alert-service 8084");

    @ParameterizedTest
    @EnumSource(value = Chart.Values.class, names = "BARE", mode = EnumSource.Mode.EXCLUDE)
    void servicesCallEachOtherAsDocumentedAndBothSidesAgree(Chart.Values values) {
        Set<String> outward = new HashSet<>();
        Set<String> inward = new HashSet<>();
        for (JsonNode policy : values.chart().all("NetworkPolicy")) {
            String self = Chart.component(policy);
            for (JsonNode rule : policy.at("/spec/egress")) {
                peers(rule.path("to"), rule).forEach(peer -> outward.add(self + " -> " + peer));
            }
            for (JsonNode rule : policy.at("/spec/ingress")) {
                for (JsonNode from : rule.path("from")) {
                    String caller = from.at("/podSelector/matchLabels")
                            .path("app.kubernetes.io/component")
                            .asText();
                    if (!caller.isEmpty()) {
                        inward.add(caller + " -> " + self + " " + ports(rule));
                    }
                }
            }
        }
        assertEquals(CALLS, outward);
        assertEquals(CALLS, inward);
    }

    private static List<String> peers(JsonNode to, JsonNode rule) {
        return Chart.elements(to)
                .map(peer -> peer.at("/podSelector/matchLabels")
                        .path("app.kubernetes.io/component")
                        .asText())
                .filter(component -> !component.isEmpty())
                .map(component -> component + " " + ports(rule))
                .toList();
    }

    private static String ports(JsonNode rule) {
        return Chart.elements(rule.path("ports"))
                .map(port -> port.path("port").asText())
                .sorted()
                .collect(Collectors.joining(","));
    }

    @ParameterizedTest
    @EnumSource(value = Chart.Values.class, names = "BARE", mode = EnumSource.Mode.EXCLUDE)
    void everyPodOfTheReleaseIsDeniedWhatNoPolicyNames(Chart.Values values) {
        Chart chart = values.chart();
        JsonNode everything = chart.one("NetworkPolicy", "-default");
        assertEquals(List.of("Ingress", "Egress"), Chart.texts(everything.at("/spec/policyTypes")));
        assertTrue(everything.at("/spec/ingress").isMissingNode());
        assertEquals("53,53", ports(everything.at("/spec/egress/0")));
        for (JsonNode policy : chart.all("NetworkPolicy")) {
            for (String direction : List.of("ingress", "egress")) {
                for (JsonNode rule : policy.path("spec").path(direction)) {
                    JsonNode peers = rule.path(direction.equals("ingress") ? "from" : "to");
                    assertTrue(!peers.isEmpty() && !rule.path("ports").isEmpty(), Chart.name(policy) + " " + rule);
                }
            }
        }
        Set<String> withPolicy =
                chart.all("NetworkPolicy").stream().map(Chart::component).collect(Collectors.toSet());
        chart.workloads().forEach(workload -> assertTrue(withPolicy.contains(Chart.component(workload))));
    }

    @ParameterizedTest
    @EnumSource(value = Chart.Values.class, names = "BARE", mode = EnumSource.Mode.EXCLUDE)
    void onlyCrawlerAndAlertReachOutsideAndNeverPrivateAddresses(Chart.Values values) {
        Set<String> outside = new TreeSet<>();
        for (JsonNode policy : values.chart().all("NetworkPolicy")) {
            for (JsonNode block : policy.findValues("ipBlock")) {
                outside.add(Chart.component(policy));
                List<String> except = Chart.texts(block.path("except"));
                List<String> wanted = block.path("cidr").asText().startsWith("0")
                        ? List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10")
                        : List.of("fc00::/7", "fe80::/10");
                assertTrue(except.containsAll(wanted), block.toString());
            }
        }
        Set<String> allowed = new TreeSet<>(Set.of("crawler-service", "alert-service"));
        if (values == Chart.Values.EVERYTHING) {
            // With a language model of one's own.
            allowed.add("classifier-service");
        }
        assertEquals(allowed, outside);
    }

    @Test
    void theServersOfTheOperatorsAreReachedByTheirLabelsAndOnTheirPorts() {
        for (JsonNode policy : Chart.Values.LAPTOP.chart().all("NetworkPolicy")) {
            if (SERVICES.contains(Chart.component(policy))) {
                assertEquals(
                        "t-clausewatch 9093",
                        policy.at("/spec/egress/0/to/0/podSelector/matchLabels")
                                        .path("strimzi.io/cluster")
                                        .asText() + " " + ports(policy.at("/spec/egress/0")));
                assertEquals(
                        "t-clausewatch-db 5432",
                        policy.at("/spec/egress/1/to/0/podSelector/matchLabels")
                                        .path("cnpg.io/cluster")
                                        .asText() + " " + ports(policy.at("/spec/egress/1")));
            }
        }
    }
}
