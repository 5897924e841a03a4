package dev.clausewatch.filter;

import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.Severity;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thing that a filter asks for. All of them must hold, those of a provision for one and the same. */
sealed interface Criterion {

    /** Asks for documents. */
    sealed interface OfDocument extends Criterion {

        boolean holds(DocumentRef document);
    }

    /** Asks for changes, whatever they touch. */
    sealed interface OfChange extends Criterion {

        boolean holds(ChangeKind kind);
    }

    /** Asks for a provision, whatever its words. */
    sealed interface OfProvision extends Criterion {

        boolean holds(ProvisionFacts provision);
    }

    /** Names are compared in lower case. */
    record Platforms(Set<String> names) implements OfDocument {

        @Override
        public boolean holds(DocumentRef document) {
            return names.contains(document.platform().toLowerCase(Locale.ROOT));
        }
    }

    record TermsTypes(Set<String> names) implements OfDocument {

        @Override
        public boolean holds(DocumentRef document) {
            return names.contains(document.termsType().toLowerCase(Locale.ROOT));
        }
    }

    record Documents(Set<String> ids) implements OfDocument {

        @Override
        public boolean holds(DocumentRef document) {
            return ids.contains(document.id());
        }
    }

    /** A document of which no language is known may be in any. */
    record Languages(Set<String> tags) implements OfDocument {

        @Override
        public boolean holds(DocumentRef document) {
            String language = document.language();
            return language == null || tags.stream().anyMatch(tag -> isWithin(language, tag));
        }
    }

    /** A document for everybody holds everywhere; one for a country also in its states. */
    record Jurisdictions(Set<String> codes) implements OfDocument {

        @Override
        public boolean holds(DocumentRef document) {
            return document.jurisdictions().isEmpty()
                    || document.jurisdictions().stream()
                            .anyMatch(
                                    has -> codes.stream().anyMatch(code -> isWithin(has, code) || isWithin(code, has)));
        }
    }

    record Kinds(Set<ChangeKind> kinds) implements OfChange {

        @Override
        public boolean holds(ChangeKind kind) {
            return kinds.contains(kind);
        }
    }

    record Provisions(Set<String> ids) implements OfProvision {

        @Override
        public boolean holds(ProvisionFacts provision) {
            return ids.contains(provision.id()) || anyOf(provision.from(), ids);
        }
    }

    record Areas(Set<String> ids) implements OfProvision {

        @Override
        public boolean holds(ProvisionFacts provision) {
            return provision.uncertain() || anyOf(provision.areas(), ids);
        }
    }

    record Types(Set<String> ids) implements OfProvision {

        @Override
        public boolean holds(ProvisionFacts provision) {
            return provision.uncertain() || anyOf(provision.types(), ids);
        }
    }

    record Instruments(Set<String> ids) implements OfProvision {

        @Override
        public boolean holds(ProvisionFacts provision) {
            return provision.uncertain() || anyOf(provision.instruments(), ids);
        }
    }

    record MinSeverity(Severity least) implements OfProvision {

        @Override
        public boolean holds(ProvisionFacts provision) {
            return provision.uncertain() || isAtLeast(provision.severity(), least, Severity.UNKNOWN);
        }
    }

    record MinMateriality(Materiality least) implements OfProvision {

        @Override
        public boolean holds(ProvisionFacts provision) {
            return provision.uncertain() || isAtLeast(provision.materiality(), least, Materiality.UNKNOWN);
        }
    }

    record Directions(Set<WantedDirection> directions) implements OfProvision {

        @Override
        public boolean holds(ProvisionFacts provision) {
            return provision.uncertain() || directions.contains(provision.direction());
        }
    }

    /** Asks for a provision whose changed words fit. */
    record Words(WordQuery query) implements Criterion {

        /** Whether it holds for some of these. */
        boolean holds(ChangedText text, BitSet among) {
            return !text.fitting(query, among).isEmpty();
        }
    }

    private static <E extends Enum<E>> boolean isAtLeast(@Nullable E value, E least, E ofANewerRelease) {
        return value != null && value != ofANewerRelease && value.compareTo(least) >= 0;
    }

    private static boolean anyOf(List<String> values, Set<String> wanted) {
        for (String value : values) {
            if (wanted.contains(value)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a tag is another or one of its parts, as en-GB is of en. */
    private static boolean isWithin(String tag, String whole) {
        return tag.regionMatches(true, 0, whole, 0, whole.length())
                && (tag.length() == whole.length() || tag.charAt(whole.length()) == '-');
    }
}
