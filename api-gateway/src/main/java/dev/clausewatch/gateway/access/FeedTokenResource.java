package dev.clausewatch.gateway.access;

import dev.clausewatch.gateway.http.ApiProblems;
import dev.clausewatch.gateway.http.ItemPage;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.security.SecureRandom;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Tokens for feed readers. Whoever may read makes them, and sees and revokes those of the same key; an administrator all. */
@Path("/api/v1/feed-tokens")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresScope(Scope.READ)
@Tag(name = "Feeds")
public class FeedTokenResource {

    private static final int LONGEST_NAME = 100;

    private final FeedTokenRepository tokens;
    private final Caller caller;
    private final Clock clock;

    FeedTokenResource(FeedTokenRepository tokens, Caller caller, Clock clock) {
        this.tokens = tokens;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A token to be made.
     *
     * @param name what it is for
     */
    public record NewFeedToken(@Nullable String name) {}

    /**
     * A token that was made.
     *
     * @param token the token
     * @param secret what stands in the address; shown this once
     * @param address a feed with it
     */
    public record MadeFeedToken(FeedToken token, String secret, String address) {}

    /** Those that the caller may see. */
    @GET
    @Operation(summary = "Feed tokens of your key, without their secrets; of all keys with scope admin")
    @APIResponse(
            responseCode = "200",
            description = "The tokens",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(ref = "FeedTokenPage"),
                            examples = @ExampleObject(name = "FeedTokenPage", ref = "FeedTokenPage")))
    public ItemPage<FeedToken> listFeedTokens() {
        return new ItemPage<>(tokens.list(owner()), null);
    }

    /** Makes one. */
    @POST
    @Operation(
            summary = "Make a token that reads the Atom feeds and nothing else; its secret is in this answer only",
            description =
                    "Put it into the address of a feed, ?token=cwf_…, for readers that cannot send headers. It ends with"
                            + " your key.")
    @APIResponse(
            responseCode = "201",
            description = "Made, with its secret",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MadeFeedToken.class),
                            examples = @ExampleObject(name = "MadeFeedToken", ref = "MadeFeedToken")))
    public RestResponse<MadeFeedToken> createFeedToken(@Nullable NewFeedToken wanted) {
        String name = wanted == null ? null : wanted.name();
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            throw ApiProblems.field("name", "say in 1 to " + LONGEST_NAME + " characters what the token is for");
        }
        String keyId = caller.key().map(ApiKey::id).orElseThrow();
        KeyText text = KeyText.generate(KeyText.FEED, new SecureRandom());
        FeedToken token = new FeedToken(text.id(), name.strip(), keyId, clock.instant(), null, null);
        tokens.insert(token, text);
        String address = "/api/v1/changes.atom?" + TokenInAddress.PARAMETER + "=" + text.value();
        return RestResponse.status(RestResponse.Status.CREATED, new MadeFeedToken(token, text.value(), address));
    }

    /** Revokes one. */
    @DELETE
    @Path("/{id}")
    @Operation(summary = "Revoke a feed token, at once")
    @APIResponse(responseCode = "204", description = "Revoked")
    public void revokeFeedToken(@PathParam("id") String id) {
        if (!tokens.revoke(id, owner(), clock.instant())) {
            throw ApiProblems.notFound("feed token", id);
        }
    }

    /** Null for an administrator, who sees those of everybody. */
    private @Nullable String owner() {
        ApiKey key = caller.key().orElseThrow();
        return key.scopes().contains(Scope.ADMIN) ? null : key.id();
    }
}
