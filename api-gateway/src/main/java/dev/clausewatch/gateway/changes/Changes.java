package dev.clausewatch.gateway.changes;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.gateway.citations.Citations;
import dev.clausewatch.gateway.http.Cursor;
import dev.clausewatch.gateway.http.ItemPage;
import dev.clausewatch.gateway.platforms.KnownNames;
import dev.clausewatch.gateway.register.KnownIds;
import dev.clausewatch.gateway.register.RegisterRepository;
import dev.clausewatch.runtime.http.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Changes as programs and people ask for them: the API and the pages give the same answers. */
@ApplicationScoped
public class Changes {

    private final ChangeRepository changes;
    private final RegisterRepository registers;
    private final KnownIds ids;
    private final KnownNames names;
    private final Citations citations;

    Changes(
            ChangeRepository changes,
            RegisterRepository registers,
            KnownIds ids,
            KnownNames names,
            Citations citations) {
        this.changes = changes;
        this.registers = registers;
        this.ids = ids;
        this.names = names;
        this.citations = citations;
    }

    /** A part of the list. */
    public ItemPage<ChangeSummary> list(ChangeParameters given) {
        return list(given, changes::list);
    }

    /** The same, with the returns to an earlier text that undo one of these changes. */
    public ItemPage<ChangeSummary> listWithReturns(ChangeParameters given) {
        return list(given, changes::listWithReturns);
    }

    /** Hands over all of the list, as it is read: a few hundred are in memory at a time. */
    public void each(ChangeParameters given, Consumer<ChangeSummary> consumer) {
        changes.each(ChangeFilter.read(given), consumer);
    }

    /** Refuses filters that cannot be read, and names that there are not. */
    public void check(ChangeParameters given) {
        ChangeFilter filter = ChangeFilter.read(given);
        if (changes.list(filter, null, 1).isEmpty()) {
            checkNames(filter);
        }
    }

    /** These changes, those whose text was first seen last first. */
    public List<ChangeSummary> these(List<String> ids) {
        return changes.these(ids);
    }

    private interface Listing {

        List<ChangeSummary> list(ChangeFilter filter, @Nullable Cursor cursor, int limit);
    }

    private ItemPage<ChangeSummary> list(ChangeParameters given, Listing listing) {
        int limit = Parameters.limit(given.limit);
        Cursor cursor = Cursor.read(ChangeQuery.LIST, 2, given.cursor);
        ChangeFilter filter = ChangeFilter.read(given);
        List<ChangeSummary> found = listing.list(filter, cursor, limit + 1);
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
            return new ChangeDetails(registers.titles(ruleset), citations).compose(stored);
        });
    }
}
