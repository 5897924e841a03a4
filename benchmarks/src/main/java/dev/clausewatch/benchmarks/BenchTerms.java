package dev.clausewatch.benchmarks;

/** Terms of an invented platform, of the usual length (35 kB of text), one provision of which changes with the version. */
final class BenchTerms {

    /** Average text of a terms document, as measured on public archives: docs/benchmarks.md has the source. */
    private static final int TEXT_BYTES = 35_000;

    private static final String[] CLAUSES = {
        "You may use the service only as these terms allow, and you remain responsible for what happens under your account.",
        "We may show the content that you submit to other people, in the form and for the purposes that you choose.",
        "You must keep your password secret and tell us without delay when you believe that somebody else knows it.",
        "The service is provided as it is, and we do not promise that it will be free of errors or interruptions.",
        "You can close your account at any time; what you paid for the current period is not paid back.",
        "The courts at our seat decide disputes that arise from these terms, unless a law that binds us says otherwise."
    };

    private BenchTerms() {}

    static String page(int document, int version) {
        StringBuilder page = new StringBuilder(
                        "<!doctype html><html lang=\"en\"><head><title>Terms</title></head><body><main><h1>Terms of platform ")
                .append(document)
                .append("</h1>");
        int section = 0;
        while (page.length() < TEXT_BYTES) {
            section++;
            page.append("<h2>")
                    .append(section)
                    .append(". Section ")
                    .append(section)
                    .append("</h2>");
            for (int clause = 0; clause < CLAUSES.length; clause++) {
                page.append("<p>")
                        .append(section)
                        .append('.')
                        .append(clause + 1)
                        .append(' ');
                page.append("For part ")
                        .append(section)
                        .append(" of the service: ")
                        .append(CLAUSES[clause])
                        .append("</p>");
            }
            if (section == 10) {
                page.append("<p>10.7 You must pay a fee of ")
                        .append(100 + version)
                        .append(" euros each month.</p>");
            }
        }
        return page.append("</main></body></html>").toString();
    }
}
