package dev.clausewatch.gateway.access;

import dev.clausewatch.gateway.http.ApiProblems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates requests: an API key under {@code /api/}, a session elsewhere. Every resource needs one unless it is annotated
 * {@link NoAuthentication}.
 */
@ApplicationScoped
public class AccessFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String AUDITED = "clausewatch.audit-position";
    private static final String BEARER = "bearer ";

    private final KeyRepository keys;
    private final FeedTokenRepository feedTokens;
    private final Sessions sessions;
    private final AuditLog audit;
    private final RejectedKeyCounter refusals;
    private final Caller caller;
    private final Clock clock;

    AccessFilter(
            KeyRepository keys,
            FeedTokenRepository feedTokens,
            Sessions sessions,
            AuditLog audit,
            RejectedKeyCounter refusals,
            Caller caller,
            Clock clock) {
        this.keys = keys;
        this.feedTokens = feedTokens;
        this.sessions = sessions;
        this.audit = audit;
        this.refusals = refusals;
        this.caller = caller;
        this.clock = clock;
    }

    /** Refuses, redirects or lets through. */
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public Optional<Response> admit(ContainerRequestContext request, ResourceInfo resource) {
        if (resource.getResourceClass().isAnnotationPresent(NoAuthentication.class)) {
            return Optional.empty();
        }
        if (request.getUriInfo().getPath().startsWith("/api/")) {
            admitProgram(request, resource);
            return Optional.empty();
        }
        return admitPerson(request);
    }

    private void admitProgram(ContainerRequestContext request, ResourceInfo resource) {
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        String token = request.getUriInfo().getQueryParameters().getFirst(TokenInAddress.PARAMETER);
        if (header == null && token != null && resource.getResourceMethod().isAnnotationPresent(TokenInAddress.class)) {
            admitFeedReader(token);
            return;
        }
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            throw ApiProblems.keyNeeded("No API key was sent.");
        }
        String secret = header.substring(BEARER.length()).strip();
        ApiKey key = keys.authenticate(secret, clock.instant()).orElseThrow(() -> {
            refusals.wrongKey(secret, RejectedKeyCounter.API);
            return ApiProblems.keyNeeded("The API key is not known, has expired or was revoked.");
        });
        Scope scope = scope(resource, request.getMethod());
        if (!key.scopes().contains(scope)) {
            refusals.missingScope(key);
            throw ApiProblems.scopeNeeded(scope.word());
        }
        caller.is(key);
        if (!READING.contains(request.getMethod())
                || resource.getResourceMethod().isAnnotationPresent(Audited.class)) {
            request.setProperty(AUDITED, audit.begin(key, request.getMethod(), audited(request)));
        }
    }

    /** The path; of a read with what it asked for, since that says what was taken away. */
    private static String audited(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        int query = address(request).indexOf('?');
        return READING.contains(request.getMethod()) && query >= 0
                ? path + address(request).substring(query)
                : path;
    }

    private void admitFeedReader(String token) {
        ApiKey key = feedTokens.authenticate(token, clock.instant()).orElseThrow(() -> {
            refusals.wrongKey(token, RejectedKeyCounter.API);
            return ApiProblems.keyNeeded(
                    "The feed token is not known, was revoked, or its key is no longer valid. Make another one with POST"
                            + " /api/v1/feed-tokens.");
        });
        caller.is(key);
    }

    private Optional<Response> admitPerson(ContainerRequestContext request) {
        Cookie cookie = request.getCookies().get(Sessions.COOKIE);
        Optional<ApiKey> key = cookie == null ? Optional.empty() : sessions.find(cookie.getValue());
        if (key.isPresent()) {
            caller.is(key.get());
            return Optional.empty();
        }
        String address = address(request);
        if (cookie == null && comesFromElsewhere(request)) {
            return Optional.of(bounce(address));
        }
        URI signIn = UriBuilder.fromPath("/sign-in").queryParam("to", "{to}").build(address);
        return Optional.of(Response.seeOther(signIn)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build());
    }

    /** Where the browser wanted to go; the first page when that is no address, since browsers leave characters like | as they are. */
    private static String address(ContainerRequestContext request) {
        try {
            URI wanted = request.getUriInfo().getRequestUri();
            return wanted.getRawPath() + (wanted.getRawQuery() == null ? "" : "?" + wanted.getRawQuery());
        } catch (RuntimeException e) {
            return "/";
        }
    }

    /**
     * A strict cookie is not sent along a link in a mail or chat. A page of our own that goes on to the same address makes the
     * browser send it, without loosening the cookie.
     */
    private static Response bounce(String address) {
        String target = address.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
        return Response.ok(
                        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Clausewatch</title>"
                                + "<meta http-equiv=\"refresh\" content=\"0; url=" + target + "\">"
                                + "<p><a href=\"" + target + "\">Continue to Clausewatch</a></p></html>",
                        MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static boolean comesFromElsewhere(ContainerRequestContext request) {
        return "GET".equals(request.getMethod()) && "cross-site".equals(request.getHeaderString("Sec-Fetch-Site"));
    }

    /** Adds to the audit log how it ended. */
    @ServerResponseFilter
    public void conclude(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(AUDITED) instanceof Long position) {
            audit.end(position, response.getStatus());
        }
    }

    private static Scope scope(ResourceInfo resource, String method) {
        RequiresScope needs = needs(resource);
        if (needs != null) {
            return needs.value();
        }
        return READING.contains(method) ? Scope.READ : Scope.WRITE;
    }

    private static @Nullable RequiresScope needs(ResourceInfo resource) {
        RequiresScope needs = resource.getResourceMethod().getAnnotation(RequiresScope.class);
        return needs != null ? needs : resource.getResourceClass().getAnnotation(RequiresScope.class);
    }
}
