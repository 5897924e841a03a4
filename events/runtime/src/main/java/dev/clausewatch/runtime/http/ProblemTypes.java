package dev.clausewatch.runtime.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives a type to problems that have none, by their status. */
@ApplicationScoped
public class ProblemTypes implements ProblemPostProcessor {

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        return problem.getType() != null
                ? problem
                : HttpProblem.builder(problem)
                        .withType(Problem.type(Problem.code(problem.getStatusCode())))
                        .build();
    }
}
