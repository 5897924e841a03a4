package dev.clausewatch.runtime.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestPath;
import org.jboss.resteasy.reactive.server.mapping.URITemplate;
import org.jspecify.annotations.Nullable;

/** Which methods an address has, and what they answer with. */
@ApplicationScoped
class AllowedMethods {

    private static final String SLASH = "/";

    private final Map<String, RequestMapper<Method>> byMethod = new TreeMap<>();

    AllowedMethods(BeanManager beans) {
        Map<String, List<RequestPath<Method>>> found = new TreeMap<>();
        beans.getBeans(Object.class, Any.Literal.INSTANCE).forEach(bean -> collect(bean.getBeanClass(), found));
        found.forEach((method, paths) -> byMethod.put(method, new RequestMapper<>(new ArrayList<>(paths))));
    }

    /** The methods of an address, in the order of the alphabet; none when there is no such address. */
    SortedSet<String> of(String path) {
        SortedSet<String> allowed = new TreeSet<>();
        byMethod.forEach((method, mapper) -> {
            if (mapper.map(path) != null) {
                allowed.add(method);
            }
        });
        if (allowed.contains(HttpMethod.GET)) {
            allowed.add(HttpMethod.HEAD);
        }
        return allowed;
    }

    /** The types of content that an address answers with, apart from problems. */
    List<String> answers(String method, String path) {
        RequestMapper<Method> mapper = byMethod.get(method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method);
        RequestMapper.RequestMatch<Method> match = mapper == null ? null : mapper.map(path);
        if (match == null) {
            return List.of();
        }
        return Stream.of(match.value, match.value.getDeclaringClass())
                .flatMap(from -> Optional.ofNullable(from.getAnnotation(Produces.class)).stream())
                .findFirst()
                .map(Produces::value)
                .map(types -> Arrays.stream(types)
                        .filter(type -> !type.equals(HttpProblem.MEDIA_TYPE.toString()))
                        .toList())
                .orElse(List.of());
    }

    private static void collect(Class<?> resource, Map<String, List<RequestPath<Method>>> found) {
        Path root = resource.getAnnotation(Path.class);
        if (root == null) {
            return;
        }
        for (Method method : resource.getMethods()) {
            verb(method)
                    .ifPresent(verb -> found.computeIfAbsent(verb, any -> new ArrayList<>())
                            .add(new RequestPath<>(false, template(root, method.getAnnotation(Path.class)), method)));
        }
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .flatMap(verb -> Optional.ofNullable(verb).stream())
                .map(HttpMethod::value)
                .findFirst();
    }

    private static URITemplate template(Path root, @Nullable Path below) {
        String path = trimmed(root) + (below == null ? "" : trimmed(below));
        return new URITemplate(path.isEmpty() ? SLASH : path, false);
    }

    private static String trimmed(Path path) {
        String value = path.value();
        String bare = value.endsWith(SLASH) ? value.substring(0, value.length() - 1) : value;
        return bare.isEmpty() || bare.startsWith(SLASH) ? bare : SLASH + bare;
    }
}
