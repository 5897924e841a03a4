package dev.clausewatch.gateway.pages;

import dev.clausewatch.gateway.access.ApiKey;
import dev.clausewatch.gateway.access.Caller;
import dev.clausewatch.gateway.readmodel.ReadModel;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes the frame of a page. */
@ApplicationScoped
class Frames {

    private final Caller caller;
    private final ReadModel readModel;

    Frames(Caller caller, ReadModel readModel) {
        this.caller = caller;
        this.readModel = readModel;
    }

    Frame frame(String title, String section) {
        return new Frame(title, section, caller.key().map(ApiKey::name).orElse(null), readModel.rebuilding());
    }

    /** For pages that may be made on a thread that must not wait for the database. */
    Frame plain(String title) {
        return new Frame(title, "", caller.key().map(ApiKey::name).orElse(null), false);
    }
}
