package dev.clausewatch.crawler.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clausewatch.crawler.evidence.EvidenceRecord;
import dev.clausewatch.events.ArchiveName;
import dev.clausewatch.events.DocumentRef;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a bundle is evidence of: what was captured here, and what was taken from an archive, are told apart. */
final class BundleIntroduction {

    private final Html html;

    BundleIntroduction(Html html) {
        this.html = html;
    }

    void write(DocumentRef document, List<EvidenceRecord> records) {
        long imported = records.stream().filter(EvidenceRecord::isImported).count();
        html.raw("\n<p>This is evidence of what the document <b>").text(document.id());
        html.raw("</b> (").text(place(document.url())).raw(") said, and when");
        if (imported == 0) {
            captured();
        } else if (imported == records.size()) {
            html.text(", as " + archives(records) + " has it.").raw("</p>\n");
            html.raw(
                    "<p>Clausewatch captured none of these versions: it imported them, and each text is brought into ");
            html.raw(
                    "its text format. That the document said so, and when, is the archive's word. The file holds the ");
            html.raw("texts, a record of each import with the place in the archive, ");
            proof();
        } else {
            html.text(". " + some(imported) + " imported from " + archives(records));
            html.text(", and " + some(records.size() - imported) + " captured by Clausewatch.")
                    .raw("</p>\n");
            html.raw("<p>What an imported version said, and when, is the archive's word: there is no page of it. ");
            html.raw(
                    "The file holds the texts, the captured versions' pages as the server sent them, a record of each ");
            html.raw("import and each capture, ");
            proof();
        }
    }

    private void captured() {
        html.raw(
                ", as Clausewatch captured it. It holds the texts, the pages as the server sent them, a record of each ");
        html.raw("capture, ");
        proof();
    }

    private void proof() {
        html.raw("and the proof that the records are in an append-only log whose state was signed.</p>\n");
    }

    private static String place(String url) {
        String archive = ArchiveName.in(url);
        return archive == null ? url : "of the archive " + archive;
    }

    private static String some(long number) {
        return number == 1 ? "1 version was" : number + " versions were";
    }

    private static String archives(List<EvidenceRecord> records) {
        return records.stream()
                .map(EvidenceRecord::provenance)
                .filter(Objects::nonNull)
                .map(BundleIntroduction::name)
                .distinct()
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), names -> names.isEmpty() ? "an archive" : "the archive " + names));
    }

    private static String name(JsonNode provenance) {
        return provenance.path("archive").asText();
    }
}
