package dev.clausewatch.classifier.classification;

import dev.clausewatch.classifier.assess.Classifier;
import dev.clausewatch.events.RegisterPublished;
import dev.clausewatch.events.RegisterPublished.Area;
import dev.clausewatch.events.RegisterPublished.Instrument;
import dev.clausewatch.events.ToolVersion;
import dev.clausewatch.runtime.http.ServiceOnly;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** What this classifier can find, and the laws it names. */
@Path("/register")
@ServiceOnly
class RegisterResource {

    private final Classifier classifier;

    RegisterResource(Classifier classifier) {
        this.classifier = classifier;
    }

    /**
     * The register in use.
     *
     * @param ruleset its version
     * @param types what provisions do
     * @param areas regulatory areas
     * @param instruments laws
     */
    record RegisterInUse(
            ToolVersion ruleset, List<RegisterPublished.Type> types, List<Area> areas, List<Instrument> instruments) {}

    @GET
    public RegisterInUse register() {
        return new RegisterInUse(
                classifier.ruleset(),
                classifier.register().types(),
                classifier.register().areas(),
                classifier.register().instruments());
    }
}
