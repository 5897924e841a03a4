package dev.clausewatch.crawler.gate;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An address without what may change harmlessly: scheme, {@code www}, locale, trailing slash, {@code index.html}, ending, query,
 * fragment; all in lower case.
 *
 * @param host without {@code www}
 * @param segments of the path
 */
record PagePath(String host, List<String> segments) {

    private static final Pattern LOCALE =
            Pattern.compile("[a-z]{2}([-_][a-z]{2,4})?|[a-z]{2}-[a-z]{4}-[a-z]{2}|intl|global");
    private static final Pattern ENDING = Pattern.compile("\\.(html?|php|aspx?|jsp)$");
    private static final Set<String> NOTHING = Set.of("", "index", "home", "default", "homepage");

    PagePath {
        segments = List.copyOf(segments);
    }

    static PagePath of(URI url) {
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        String path = url.getRawPath() == null ? "" : url.getRawPath().toLowerCase(Locale.ROOT);
        List<String> segments = Arrays.stream(path.split("/"))
                .map(segment -> ENDING.matcher(segment).replaceFirst(""))
                .filter(segment ->
                        !NOTHING.contains(segment) && !LOCALE.matcher(segment).matches())
                .toList();
        return new PagePath(host.startsWith("www.") ? host.substring(4) : host, segments);
    }

    /** Empty for the home page. */
    String lastSegment() {
        return segments.isEmpty() ? "" : segments.getLast();
    }

    /** Whether it is the home page, or one of the pages above the other. */
    boolean isAbove(PagePath other) {
        return segments.size() < other.segments.size()
                && other.segments.subList(0, segments.size()).equals(segments);
    }

    boolean has(Set<String> words) {
        return segments.stream().anyMatch(words::contains);
    }
}
