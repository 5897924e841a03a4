package dev.clausewatch.gateway.http;

import dev.clausewatch.runtime.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Rejects unknown and repeated query parameters of the API; ignoring them would change the meaning of the answer. Pages ignore them, since
 * mails and chats add some to links.
 */
@ApplicationScoped
public class KnownParameters {

    private static final String API = "/api/";

    private final Map<Method, Names> known = new ConcurrentHashMap<>();

    /**
     * The parameters of an address.
     *
     * @param all by name
     * @param repeatable those that may be given several times: the ones that are lists
     */
    private record Names(Set<String> all, Set<String> repeatable) {}

    /** Refuses or lets through. */
    @ServerRequestFilter(priority = Priorities.USER)
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        if (!request.getUriInfo().getPath().startsWith(API)) {
            return;
        }
        Names names = known.computeIfAbsent(resource.getResourceMethod(), KnownParameters::names);
        request.getUriInfo().getQueryParameters().forEach((name, values) -> check(name, values, names));
    }

    private static void check(String name, List<String> values, Names known) {
        if (!known.all().contains(name)) {
            throw Problem.parameter(
                    name,
                    values.getFirst(),
                    known.all().isEmpty() ? "this address takes no parameters" : "this address has no such parameter",
                    List.copyOf(known.all()));
        }
        if (values.size() > 1 && !known.repeatable().contains(name)) {
            throw Problem.parameter(name, String.join("\", \"", values), "it is given more than once", List.of());
        }
    }

    private static Names names(Method method) {
        Set<String> names = new TreeSet<>();
        Set<String> repeatable = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                names.add(query.value());
                if (parameter.getType() == List.class) {
                    repeatable.add(query.value());
                }
            }
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    QueryParam one = field.getAnnotation(QueryParam.class);
                    if (one != null) {
                        names.add(one.value());
                    }
                }
            }
        }
        return new Names(names, repeatable);
    }
}
