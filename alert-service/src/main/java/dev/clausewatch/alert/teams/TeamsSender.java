package dev.clausewatch.alert.teams;

import dev.clausewatch.alert.destination.Destination;
import dev.clausewatch.alert.destination.DestinationKind;
import dev.clausewatch.alert.destination.OutgoingMessage;
import dev.clausewatch.alert.destination.PostClient;
import dev.clausewatch.alert.destination.SendResult;
import dev.clausewatch.alert.destination.Sender;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Posts to Teams. */
@ApplicationScoped
class TeamsSender implements Sender {

    private final PostClient http;

    TeamsSender(PostClient http) {
        this.http = http;
    }

    @Override
    public DestinationKind kind() {
        return DestinationKind.TEAMS;
    }

    @Override
    public SendResult send(OutgoingMessage message) {
        if (!(message.destination() instanceof Destination.Teams teams)) {
            throw new IllegalArgumentException(
                    "Not Teams: " + message.destination().kind());
        }
        return http.post(teams.url(), message.body().getBytes(StandardCharsets.UTF_8), Map.of(), message.at());
    }
}
