package dev.clausewatch.gateway.subscriptions;

import dev.clausewatch.filter.Titles;
import dev.clausewatch.gateway.register.Register;

/** The titles of a published register. */
record RegisterTitles(Register register) implements Titles {

    @Override
    public String area(String id) {
        return register.area(id).title();
    }

    @Override
    public String type(String id) {
        return register.type(id).title();
    }

    @Override
    public String instrument(String id) {
        return register.instrument(id).title();
    }
}
