package dev.clausewatch.gateway.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clausewatch.gateway.access.NoAuthentication;
import dev.clausewatch.gateway.upstream.AlertClient;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the links in mails lead to. Opening one only asks, since programs that check mails open every link; the button, or the one-click POST
 * of a mail reader (RFC 8058), acts. The token in the address stands for signing in.
 */
@Path("/mail")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.WILDCARD)
@NoAuthentication
@Blocking
public class MailLinkPages {

    private final Frames frames;
    private final AlertClient alerts;
    private final ObjectMapper json;

    MailLinkPages(Frames frames, AlertClient alerts, ObjectMapper json) {
        this.frames = frames;
        this.alerts = alerts;
        this.json = json;
    }

    /** Asks whether the address wants the mails. */
    @GET
    @Path("/confirm")
    public TemplateInstance askToConfirm() {
        return Templates.mailLink(
                frames.plain("Confirm"),
                "Get these mails?",
                "Alerts of Clausewatch go to your address from then on.",
                "Yes");
    }

    /** Begins the mails. */
    @POST
    @Path("/confirm")
    public TemplateInstance confirm(
            @QueryParam("subscription") @Nullable String subscription, @QueryParam("token") @Nullable String token) {
        act("confirm", subscription, token);
        return Templates.mailLink(
                frames.plain("Confirmed"), "Your address is confirmed", "Each mail has a link that stops them.", null);
    }

    /** Asks whether the mails should stop. */
    @GET
    @Path("/unsubscribe")
    public TemplateInstance askToStop() {
        return Templates.mailLink(
                frames.plain("Stop"),
                "Stop these mails?",
                "This subscription sends no more mails to you.",
                "Stop them");
    }

    /** Stops them. */
    @POST
    @Path("/unsubscribe")
    public TemplateInstance stop(
            @QueryParam("subscription") @Nullable String subscription, @QueryParam("token") @Nullable String token) {
        act("unsubscribe", subscription, token);
        return Templates.mailLink(
                frames.plain("Stopped"), "The mails have stopped", "You get no more of this subscription.", null);
    }

    private void act(String action, @Nullable String subscription, @Nullable String token) {
        Map<String, @Nullable String> link = new LinkedHashMap<>();
        link.put("subscription", subscription);
        link.put("token", token);
        try {
            alerts.pass("POST", "/mail/" + action, null, json.writeValueAsBytes(link))
                    .close();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
