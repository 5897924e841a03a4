package dev.clausewatch.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that cannot work are refused before anything is installed, with a sentence that names the value. */
class ChartRefusalsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            publicUrl=                                  | publicUrl is missing or no address
            publicUrl=terms.example                     | publicUrl is missing or no address
            crawler.userAgent=bot                       | crawler.userAgent names nobody
            image.tag=latest                            | image.tag is "latest"
            image.registry=images.example.com           | The images' tag is 0.1.0-SNAPSHOT, which no registry has
            kafka.bootstrapServers=                     | There are no brokers
            strimzi.enabled=true                        | kafka.bootstrapServers and strimzi.enabled are both set
            postgres.host=                              | diff has no database
            cnpg.enabled=true                           | postgres.host and cnpg.enabled are both set
            diff.replicas=7                             | diff.replicas is above 6
            alert.replicas=0                            | alert.replicas is below 1
            gateway.heapMegabytes=600                   | gateway.resources.limits.memory is 640Mi, and the heap of 600 MB
            crawler.resources.limits=null               | crawler.resources.limits.memory is missing
            crawler.env.SERVICE_TOKEN=x                 | crawler.env has SERVICE_TOKEN
            kafka.env.KAFKA_SSL_KEY_PASSWORD=x          | kafka.env has KAFKA_SSL_KEY_PASSWORD
            kafka.env.BOOTSTRAP=x                       | kafka.env has BOOTSTRAP
            ingress.enabled=true                        | ingress.enabled needs ingress.host
            httpRoute.enabled=true                      | httpRoute.enabled needs httpRoute.parentRefs
            'keda.enabled=true,keda.minReplicas=0'      | keda.minReplicas is below 1
            'keda.enabled=true,keda.maxReplicas=12'     | keda.maxReplicas is above 6
            'keda.enabled=true,kafka.bootstrapServers=kafka.data:9092\\,kafka:9092' | keda.enabled needs "kafka:9092" of kafka.bootstrapServers
            'keda.enabled=true,keda.maxReplicas=2,keda.minReplicas=3' | keda.maxReplicas is below keda.minReplicas
            'crawler.declarations.git=x,crawler.declarations.configMap=y' | declarations come from one place
            'kafka.bootstrapServers=,strimzi.enabled=true,strimzi.cluster.replicas=1' | topics.replicationFactor is 3, but
            'postgres.host=,cnpg.enabled=true,cnpg.backup.enabled=true' | cnpg.backup.enabled needs cnpg.backup.destinationPath
            'postgres.host=,cnpg.enabled=true,cnpg.restoreFrom.clusterName=old' | set cnpg.backup too
            'postgres.host=,cnpg.enabled=true,cnpg.restoreFrom.clusterName=t-clausewatch-db' | is the name of the cluster itself
            """)
    void refusesWhatDoesNotGoTogether(String setting, String sentence) {
        Tool.Result result = Chart.withLeast(setting);
        assertEquals(1, result.code(), result.output());
        assertTrue(result.output().contains(sentence), result.output());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            crawler.replica=3           | additional properties
            crawlers.replicas=3         | additional properties
            diff.replicas=two           | /diff/replicas
            image.pullPolicy=Sometimes  | /image/pullPolicy
            gateway.heapMegabytes=lots  | /gateway/heapMegabytes
            networkPolicy.enabled=yes   | /networkPolicy/enabled
            keda.lagThreshold=0         | /keda/lagThreshold
            cnpg.storage.size=much      | /cnpg/storage/size
            monitoring.serviceMonitor.interval=often | /monitoring/serviceMonitor/interval
            """)
    void refusesWhatTheSchemaDoesNotKnow(String setting, String place) {
        Tool.Result result = Chart.withLeast(setting);
        assertEquals(1, result.code(), result.output());
        assertTrue(result.output().contains(place), result.output());
    }

    @Test
    void everyProblemIsToldAtOnce() {
        Tool.Result result = Chart.withLeast("publicUrl=,crawler.userAgent=,kafka.bootstrapServers=");
        assertTrue(
                result.output().contains("publicUrl is missing")
                        && result.output().contains("crawler.userAgent names nobody")
                        && result.output().contains("There are no brokers"),
                result.output());
    }
}
