package dev.clausewatch.gateway.changes;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.gateway.http.Cursor;
import dev.clausewatch.gateway.http.ItemPage;
import dev.clausewatch.gateway.platforms.KnownNames;
import dev.clausewatch.gateway.register.KnownIds;
import dev.clausewatch.gateway.register.RegisterRepository;
import dev.clausewatch.runtime.http.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Changes as programs and people ask for them: the API and the pages give the same answers. */
@ApplicationScoped
public class Changes {

    private final ChangeRepository changes;
    private final RegisterRepository registers;
    private final KnownIds ids;
    private final KnownNames names;

    Changes(ChangeRepository changes, RegisterRepository registers, KnownIds ids, KnownNames names) {
        this.changes = changes;
        this.registers = registers;
        this.ids = ids;
        this.names = names;
    }

    /** A part of the list. */
    public ItemPage<ChangeSummary> list(ChangeParameters given) {
        int limit = Parameters.limit(given.limit);
        Cursor cursor = Cursor.read(ChangeQuery.LIST, 2, given.cursor);
        ChangeFilter filter = ChangeFilter.read(given);
        List<ChangeSummary> found = changes.list(filter, cursor, limit + 1);
        if (found.isEmpty()) {
            checkNames(filter);
        }
        return ItemPage.of(found, limit, ChangeQuery::after);
    }

    private void checkNames(ChangeFilter filter) {
        names.checkPlatform(filter.platform());
        names.checkDocument(filter.document());
        names.checkTermsType(filter.termsType());
        ids.checkArea(filter.area());
        ids.checkType(filter.type());
    }

    /** One change, with the titles of the ruleset that classified it. */
    public Optional<ChangeDetail> find(String id) {
        return changes.find(id).map(stored -> {
            ChangeClassified classified = stored.classified();
            String ruleset = classified == null
                    ? null
                    : classified.classification().ruleset().name() + "/"
                            + classified.classification().ruleset().version();
            return new ChangeDetails(registers.titles(ruleset)).compose(stored);
        });
    }
}
