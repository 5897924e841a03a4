package dev.clausewatch.gateway.access;

import dev.clausewatch.gateway.http.ApiProblems;
import dev.clausewatch.gateway.http.ItemPage;
import dev.clausewatch.runtime.http.Problem;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** API keys. */
@Path("/api/v1/keys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresScope(Scope.ADMIN)
@Tag(name = "Keys")
public class KeyResource {

    private static final int LONGEST_NAME = 100;

    private final KeyRepository keys;
    private final Caller caller;
    private final Clock clock;

    KeyResource(KeyRepository keys, Caller caller, Clock clock) {
        this.keys = keys;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A key to be made.
     *
     * @param name what it is for
     * @param scopes what it may do: {@code read}, {@code write}, {@code admin}
     * @param expiresAt from when on it is no longer valid; never when absent
     */
    public record NewKey(
            @Nullable String name,
            @Nullable List<String> scopes,
            @Nullable String expiresAt) {}

    /**
     * A key that was made.
     *
     * @param key the key
     * @param secret what to send; shown this once
     */
    public record MadeKey(ApiKey key, String secret) {}

    /** All keys, without their secrets. */
    @GET
    @Operation(summary = "API keys, without their secrets")
    public ItemPage<ApiKey> listKeys() {
        return new ItemPage<>(keys.list(), null);
    }

    /** Makes a key. */
    @POST
    @Operation(summary = "Make an API key; its secret is in this answer only")
    @APIResponse(
            responseCode = "201",
            description = "Made, with its secret",
            content = @Content(schema = @Schema(implementation = MadeKey.class)))
    public RestResponse<MadeKey> createKey(@Nullable NewKey wanted) {
        if (wanted == null) {
            throw ApiProblems.field("body", "send {\"name\": …, \"scopes\": [\"read\"]}");
        }
        KeyText text = KeyText.generate(new SecureRandom());
        ApiKey key = new ApiKey(
                text.id(),
                name(wanted.name()),
                scopes(wanted.scopes()),
                caller.key().map(ApiKey::id).orElse(null),
                clock.instant(),
                null,
                expiry(wanted.expiresAt()),
                null);
        keys.insert(key, text);
        return RestResponse.status(RestResponse.Status.CREATED, new MadeKey(key, text.value()));
    }

    /** Revokes a key. */
    @DELETE
    @Path("/{id}")
    @Operation(summary = "Revoke an API key and end its sessions, at once")
    @APIResponse(responseCode = "204", description = "Revoked")
    public void revokeKey(@PathParam("id") String id) {
        if (keys.find(id).isEmpty()) {
            throw ApiProblems.notFound("API key", id);
        }
        if (!keys.revoke(id, clock.instant())) {
            throw ApiProblems.conflict(
                    "last-admin-key", "This is the last valid key with scope \"admin\". Make another one first.");
        }
    }

    private static String name(@Nullable String name) {
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            throw ApiProblems.field("name", "say in 1 to " + LONGEST_NAME + " characters what the key is for");
        }
        return name.strip();
    }

    private static List<Scope> scopes(@Nullable List<String> words) {
        List<String> given = words == null ? List.of() : words;
        List<Scope> scopes = given.stream()
                .distinct()
                .map(word -> scope(word).orElseThrow(() -> badScopes("\"" + Problem.shown(word) + "\" is none; ")))
                .toList();
        if (scopes.isEmpty()) {
            throw badScopes("");
        }
        return scopes;
    }

    private static Optional<Scope> scope(String word) {
        return Arrays.stream(Scope.values())
                .filter(scope -> scope.word().equalsIgnoreCase(word))
                .findFirst();
    }

    private static RuntimeException badScopes(String why) {
        return ApiProblems.field("scopes", why + "give at least one of read, write, admin");
    }

    private @Nullable Instant expiry(@Nullable String time) {
        if (time == null) {
            return null;
        }
        try {
            Instant expiry = OffsetDateTime.parse(time).toInstant();
            if (expiry.isAfter(clock.instant())) {
                return expiry;
            }
        } catch (DateTimeException e) {
            throw ApiProblems.field("expiresAt", "give a time such as 2027-01-31T12:00:00Z");
        }
        throw ApiProblems.field("expiresAt", "give a time that is still to come");
    }
}
