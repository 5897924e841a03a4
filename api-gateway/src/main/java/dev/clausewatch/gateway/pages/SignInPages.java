package dev.clausewatch.gateway.pages;

import dev.clausewatch.gateway.access.NoAuthentication;
import dev.clausewatch.gateway.access.Sessions;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signing in with an API key, and out. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@NoAuthentication
@Blocking
public class SignInPages {

    private static final String WRONG_KEY =
            "This key is not known, has expired, was revoked, or may not read. Paste it whole: it begins with cw_.";
    private static final String FROM_ELSEWHERE = "The form came from another site. Please sign in here.";

    private final Frames frames;
    private final Sessions sessions;

    SignInPages(Frames frames, Sessions sessions) {
        this.frames = frames;
        this.sessions = sessions;
    }

    /** The form. */
    @GET
    @Path("/sign-in")
    @Consumes(MediaType.WILDCARD)
    public TemplateInstance form(@QueryParam("to") @Nullable String to) {
        return page(to, null);
    }

    /** Begins a session. */
    @POST
    @Path("/sign-in")
    public Response signIn(
            @FormParam("key") @Nullable String key,
            @FormParam("to") @Nullable String to,
            @HeaderParam("Origin") @Nullable String origin,
            @HeaderParam("Host") @Nullable String host) {
        if (!SameOrigin.holds(origin, host)) {
            return refused(Response.Status.FORBIDDEN, to, FROM_ELSEWHERE);
        }
        Optional<String> token = sessions.begin(key == null ? "" : key);
        return token.isEmpty()
                ? refused(Response.Status.UNAUTHORIZED, to, WRONG_KEY)
                : Response.seeOther(URI.create(Addresses.ours(to)))
                        .cookie(cookie(token.get(), sessions.lifetime()))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
    }

    /** Ends the session. */
    @POST
    @Path("/sign-out")
    @Consumes(MediaType.WILDCARD)
    public Response signOut(
            @CookieParam(Sessions.COOKIE) @Nullable String token,
            @HeaderParam("Origin") @Nullable String origin,
            @HeaderParam("Host") @Nullable String host) {
        if (token != null && SameOrigin.holds(origin, host)) {
            sessions.end(token);
        }
        return Response.seeOther(URI.create("/sign-in"))
                .cookie(cookie("", Duration.ZERO))
                .build();
    }

    private Response refused(Response.Status status, @Nullable String to, String why) {
        return Response.status(status).entity(page(to, why)).build();
    }

    private TemplateInstance page(@Nullable String to, @Nullable String error) {
        return Templates.signIn(frames.frame("Sign in", ""), Addresses.ours(to), error);
    }

    private NewCookie cookie(String token, Duration lifetime) {
        return new NewCookie.Builder(Sessions.COOKIE)
                .value(token)
                .path("/")
                .maxAge(Math.toIntExact(lifetime.toSeconds()))
                .httpOnly(true)
                .secure(sessions.secureCookie())
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
