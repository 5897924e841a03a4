package dev.clausewatch.crawler.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clausewatch.crawler.evidence.EvidenceRecord;
import dev.clausewatch.crawler.evidence.VerifyingKey;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.RawCapture;
import java.util.List;

/** The page of a bundle for people: what it is, what is in it, how to check it. No scripts, and nothing from elsewhere. */
final class BundlePage {

    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width">
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1a1a1a }
            table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: .4rem .6rem }
            tr { border-bottom: 1px solid #ccc } code { font-size: .8rem; overflow-wrap: anywhere } .note { color: #555 }
            blockquote { margin: 0; padding: .5rem 1rem; background: #f6f6f6; white-space: pre-wrap }
            ins { background: #d3f3d3 } del { background: #f9d6d6 } pre { background: #f6f6f6; padding: .5rem 1rem; overflow-x: auto }
            </style>
            """;

    private final Html html = new Html();

    String write(Bundle bundle, BundleContents contents, VerifyingKey key) {
        String title = bundle.document().platform() + ": " + bundle.document().termsType();
        html.raw(HEAD).element("title", "Evidence: " + title).raw("\n</head>\n<body>\n");
        html.element("h1", title);
        List<EvidenceRecord> records = bundle.records().stream()
                .map(logged -> EvidenceRecord.read(contents.record(logged.snapshotId())))
                .toList();
        new BundleIntroduction(html).write(bundle.document(), records);
        JsonNode change = bundle.change();
        if (change != null) {
            new ChangeSection(html).write(change);
        }
        versions(bundle, contents);
        checking(
                bundle,
                key,
                records.stream().anyMatch(record -> !record.sources().isEmpty()));
        return html.raw("</body>\n</html>\n").toString();
    }

    private void versions(Bundle bundle, BundleContents contents) {
        html.raw("<h2>Versions</h2>\n<table>\n");
        html.raw("<tr><th>No.</th><th>First seen</th><th>How</th><th>Text and where it is from</th></tr>\n");
        bundle.records().forEach(logged -> version(logged.leaf(), contents.record(logged.snapshotId())));
        html.raw("</table>\n");
    }

    private void version(long leaf, byte[] bytes) {
        EvidenceRecord record = EvidenceRecord.read(bytes);
        String file = BundleLayout.text(record.sequence());
        html.raw("<tr><td>" + record.sequence() + "</td>")
                .element("td", record.capturedAt().toString());
        html.element("td", why(record));
        html.raw("<td><a href=\"" + file + "\">" + file + "</a><br><code>SHA-256 ")
                .text(record.textHash());
        html.raw("</code>");
        record.sources().forEach(source -> page(source.raw()));
        JsonNode provenance = record.provenance();
        if (provenance != null) {
            archived(provenance);
        }
        html.raw("<br><span class=\"note\">record: leaf " + leaf + " of the log, <code>SHA-256 " + Ids.sha256(bytes));
        html.raw("</code></span></td></tr>\n");
    }

    private void archived(JsonNode provenance) {
        html.raw("<br>archive ").text(provenance.path("archive").asText());
        html.text(", " + provenance.path("path").asText());
        html.raw("<br><code>commit ").text(provenance.path("commit").asText()).raw("</code>");
    }

    private void page(RawCapture raw) {
        html.raw("<br>").text(raw.finalUrl()).text(", answered " + raw.status() + " at " + raw.fetchedAt());
        html.text(", " + raw.bytes() + " bytes");
        if (raw.renderedBy() != null) {
            html.text(" as rendered by " + raw.renderedBy());
        }
        html.raw("<br><code>SHA-256 ").text(raw.sha256()).raw("</code>");
    }

    /** An unknown cause stands as it is. */
    private static String why(EvidenceRecord record) {
        boolean imported = record.isImported();
        String how = imported ? "imported; the archive's date" : "captured by Clausewatch";
        return switch (record.cause()) {
            case "SITE" -> how;
            case "EXTRACTOR_UPGRADE" -> how + ", read in a new way" + (imported ? " by the archive" : "");
            case "DECLARATION_UPGRADE" -> how + ", declared in a new way";
            default -> how + ", " + record.cause();
        };
    }

    private void checking(Bundle bundle, VerifyingKey key, boolean hasPages) {
        html.raw("<h2>How to check it</h2>\n<p>Keep the file as you got it, and run</p>\n");
        html.raw("<pre>./clausewatch evidence verify FILE --public-key KEY.pem</pre>\n<p>with the public key of the ");
        html.raw("installation, which you got from its operator and not with this file. The key in this file has the ");
        html.raw("fingerprint <code>").text(key.fingerprint()).raw("</code>: compare it with the operator's. ");
        html.raw(
                "The log had " + bundle.treeSize() + " records when its state was signed.</p>\n<p>By hand:</p>\n<pre>");
        html.text("""
                sha256sum -c MANIFEST     # every file; warns of the first and the last line, which are no files
                openssl pkey -pubin -in public-key.pem -outform DER | sha256sum     # the fingerprint
                """);
        html.raw("</pre>\n<p>The formats are described in Clausewatch's docs/evidence.md.");
        if (hasPages) {
            html.raw(" pages.warc.gz opens in any program that reads web archives (ISO 28500).");
        }
        html.raw("</p>\n");
    }
}
