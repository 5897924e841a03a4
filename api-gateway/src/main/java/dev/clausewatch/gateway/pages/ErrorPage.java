package dev.clausewatch.gateway.pages;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.TemplateInstance;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestResponse;

/** A problem, for people. */
final class ErrorPage {

    private ErrorPage() {}

    static RestResponse<TemplateInstance> of(Frames frames, HttpProblem problem) {
        String heading = Objects.requireNonNullElse(problem.getTitle(), "Something went wrong");
        String detail = Objects.requireNonNullElse(problem.getDetail(), "");
        return RestResponse.ResponseBuilder.<TemplateInstance>create(problem.getStatusCode())
                .entity(Templates.error(frames.frame(heading, ""), heading, detail))
                .type("text/html;charset=UTF-8")
                .build();
    }
}
