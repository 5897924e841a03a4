package dev.clausewatch.cli.doctor;

/** Sections of the runbook that findings point to. */
enum Runbook {
    SERVICE_AWAY("clausewatchserviceaway"),
    CAPTURES_OVERDUE("clausewatchcapturesoverdue"),
    SOURCES_DEGRADED("clausewatchsourcesdegraded"),
    DEAD_LETTERS("clausewatchdeadletters"),
    DOCUMENTS_HELD("clausewatchdocumentsheld"),
    CONSUMER_BEHIND("clausewatchconsumerbehind"),
    DELIVERIES_FAILING("clausewatchdeliveriesfailing"),
    BROKERS("brokers-and-topics"),
    CLOCKS("clocks"),
    SECRETS("secrets-and-certificates");

    private final String anchor;

    Runbook(String anchor) {
        this.anchor = anchor;
    }

    /** Its address in the repository. */
    String address() {
        return "docs/runbook.md#" + anchor;
    }
}
