package dev.clausewatch.servers;

import dev.clausewatch.brokers.BrokerConnection;
import java.io.IOException;
import java.util.Map;

/**
 * {@code ./clausewatch topics}, and the job that a cluster runs before the services: creates the topics at the brokers that
 * {@code KAFKA_BOOTSTRAP_SERVERS} names. Exit code 0 when all are there, 2 when a setting is wrong, 1 when the brokers refuse.
 */
public final class ProvisionTopics {

    private ProvisionTopics() {}

    /** Runs with the settings of the environment; takes no arguments. */
    public static void main(String[] arguments) {
        if (arguments.length > 0) {
            System.err.println(
                    "topics takes no options; it reads KAFKA_BOOTSTRAP_SERVERS, " + TopicProvisioner.REPLICATION_FACTOR
                            + " and " + BrokerConnection.CLIENT_PROPERTIES + " from the environment");
            System.exit(2);
        }
        System.exit(run(System.getenv()));
    }

    private static int run(Map<String, String> environment) {
        String servers = environment.getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "");
        if (servers.isBlank()) {
            System.err.println(
                    "KAFKA_BOOTSTRAP_SERVERS is not set: set it to the brokers' addresses, such as kafka:9092");
            return 2;
        }
        TopicProvisioner provisioner;
        try {
            provisioner = TopicProvisioner.fromEnvironment(servers, environment);
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return 2;
        }
        try {
            TopicProvisioner.Result result = provisioner.provision();
            result.created().forEach(topic -> System.out.println("created " + topic));
            result.differences().forEach(difference -> System.out.println("differs: " + difference));
            System.out.printf(
                    "%d topics created, %d were there%n",
                    result.created().size(), result.present().size());
            return 0;
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }
}
