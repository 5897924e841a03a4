package dev.clausewatch.gateway.pages;

import dev.clausewatch.gateway.changes.ChangeDetail;
import dev.clausewatch.gateway.comparison.VersionComparison;
import dev.clausewatch.gateway.documents.Document;
import dev.clausewatch.gateway.documents.Unprocessed;
import dev.clausewatch.gateway.documents.Version;
import dev.clausewatch.gateway.provisions.ProvisionLife;
import dev.clausewatch.gateway.search.SimilarProvision;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The templates under {@code templates/pages}, with what each needs. */
@CheckedTemplate(basePath = "pages")
class Templates {

    private Templates() {}

    static native TemplateInstance home(Frame frame, HomeView view);

    static native TemplateInstance change(Frame frame, ChangeDetail change, List<Unprocessed> missing);

    static native TemplateInstance provision(
            Frame frame, ProvisionLife life, List<SimilarProvision> similar, @Nullable String next);

    static native TemplateInstance search(Frame frame, SearchView view);

    static native TemplateInstance sideBySide(Frame frame, SideBySideView view);

    static native TemplateInstance documents(Frame frame, DocumentsView view);

    static native TemplateInstance versions(
            Frame frame, Document document, List<Version> versions, @Nullable String next);

    static native TemplateInstance compare(Frame frame, VersionComparison comparison);

    static native TemplateInstance text(Frame frame, TextView view);

    static native TemplateInstance signIn(Frame frame, String to, @Nullable String error);

    static native TemplateInstance mailLink(Frame frame, String heading, String detail, @Nullable String button);

    static native TemplateInstance error(Frame frame, String heading, String detail);
}
