package dev.clausewatch.search;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** How an entry is kept in the index. Raise {@link #SCHEMA} with every change here, of the analyzer or of the vectors. */
final class Fields {

    /** An index of another schema is made anew. */
    static final String SCHEMA = "1";

    /** What is replaced together: the provisions of a document, or one change. */
    static final String UNIT = "unit";

    /** Of the read model that the entry was made of. */
    static final String GENERATION = "generation";

    static final String KEY = "key";
    static final String KIND = "kind";
    static final String ID = "id";
    static final String DOCUMENT = "document";
    static final String PLATFORM = "platform";
    static final String PLATFORM_NAME = "platformName";
    static final String TERMS_TYPE = "termsType";
    static final String LANGUAGE = "language";
    static final String TRAIT = "trait";
    static final String TYPE = "type";
    static final String AREA = "area";
    static final String SEVERITY = "severity";
    static final String STATE = "state";
    static final String DAY = "day";
    static final String DATE = "date";
    static final String HEADING = "heading";
    static final String NUMBER = "number";
    static final String TITLE = "title";
    static final String TEXT = "text";
    static final String VECTOR = "vector";

    private static final int FEWEST_WORDS = 5;
    private static final String STORED = "stored";
    private static final FieldType WORDS = words();

    private Fields() {}

    private static FieldType words() {
        FieldType type = new FieldType(TextField.TYPE_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.freeze();
        return type;
    }

    /** The unit of a change. */
    static String unitOfChange(String changeId) {
        return "change " + changeId;
    }

    /** The unit of the provisions that stand in a document. */
    static String unitOfDocument(String documentId) {
        return "document " + documentId;
    }

    static Document write(String unit, long generation, Entry entry, WordVectors vectors) {
        Document row = new Document();
        keyword(row, UNIT, unit);
        keyword(row, GENERATION, Long.toString(generation));
        keyword(row, KIND, entry.kind().name());
        row.add(new SortedDocValuesField(KEY, new BytesRef(key(entry))));
        row.add(new StringField(KEY, key(entry), Field.Store.NO));
        row.add(new StoredField(ID, entry.id()));
        document(row, entry.document());
        traits(row, entry);
        row.add(new SortedDocValuesField(STATE, new BytesRef(entry.state().name())));
        row.add(new LongPoint(DATE, entry.date().toEpochMilli()));
        row.add(new StoredField(DATE, entry.date().toEpochMilli()));
        row.add(new SortedDocValuesField(DAY, new BytesRef(day(entry.date()))));
        String title = PlainText.of(String.join(" / ", entry.headings()));
        row.add(new TextField(TITLE, title, Field.Store.NO));
        entry.headings().forEach(heading -> row.add(new StoredField(HEADING, PlainText.of(heading))));
        if (entry.number() != null) {
            row.add(new StoredField(NUMBER, entry.number()));
        }
        List<String> texts = entry.texts().stream().map(PlainText::of).toList();
        texts.forEach(text -> row.add(new Field(TEXT, text, WORDS)));
        float[] vector = isTelling(texts) ? vectors.of(meant(entry.headings(), texts)) : null;
        if (vector != null) {
            row.add(new BinaryDocValuesField(VECTOR, new BytesRef(Meaning.bytes(vector))));
        }
        return row;
    }

    /** A heading, a rule or a few words mean nothing that could be asked for. */
    private static boolean isTelling(List<String> texts) {
        int words = 0;
        for (String text : texts) {
            for (int i = 0; i < text.length() && words < FEWEST_WORDS; i++) {
                boolean begins =
                        Character.isLetter(text.charAt(i)) && (i == 0 || !Character.isLetter(text.charAt(i - 1)));
                words += begins ? 1 : 0;
            }
        }
        return words >= FEWEST_WORDS;
    }

    /** What an entry's place among meanings is made of: its words, and the nearest heading. */
    static String meant(List<String> headings, List<String> texts) {
        String nearest = headings.isEmpty() ? "" : PlainText.of(headings.getLast());
        return nearest + " " + String.join(" ", texts);
    }

    private static void document(Document row, EntryDocument document) {
        keyword(row, DOCUMENT, document.id());
        row.add(new StoredField(DOCUMENT + STORED, document.id()));
        keyword(row, PLATFORM, document.platform());
        if (!lower(document.platformName()).equals(document.platform())) {
            keyword(row, PLATFORM, lower(document.platformName()));
        }
        row.add(new SortedDocValuesField(PLATFORM, new BytesRef(document.platform())));
        row.add(new StoredField(PLATFORM + STORED, document.platform()));
        row.add(new StoredField(PLATFORM_NAME, document.platformName()));
        keyword(row, TERMS_TYPE, lower(document.termsType()));
        row.add(new StoredField(TERMS_TYPE + STORED, document.termsType()));
        String language = document.language();
        if (language != null) {
            keyword(row, LANGUAGE, lower(language));
            int region = language.indexOf('-');
            if (region > 0) {
                keyword(row, LANGUAGE, lower(language.substring(0, region)));
            }
            row.add(new StoredField(LANGUAGE + STORED, language));
        }
    }

    private static void traits(Document row, Entry entry) {
        Set<String> combined = new LinkedHashSet<>();
        Set<String> types = new LinkedHashSet<>();
        Set<String> areas = new LinkedHashSet<>();
        Trait.Severity highest = null;
        for (Trait trait : entry.traits()) {
            types.addAll(trait.types());
            areas.addAll(trait.areas());
            Trait.Severity severity = trait.severity();
            if (severity != null && (highest == null || severity.compareTo(highest) > 0)) {
                highest = severity;
            }
            combine(trait, combined);
        }
        combined.forEach(one -> keyword(row, TRAIT, one));
        types.forEach(type -> {
            row.add(new SortedSetDocValuesField(TYPE, new BytesRef(type)));
            row.add(new StoredField(TYPE + STORED, type));
        });
        areas.forEach(area -> {
            row.add(new SortedSetDocValuesField(AREA, new BytesRef(area)));
            row.add(new StoredField(AREA + STORED, area));
        });
        if (highest != null) {
            row.add(new StoredField(SEVERITY, highest.name()));
        }
    }

    /** Every combination that a filter may ask for, so that one term asks for all parts of the same provision. */
    private static void combine(Trait trait, Set<String> combined) {
        Trait.Severity severity = trait.severity();
        List<@Nullable String> severities = Stream.concat(
                        Stream.of(""),
                        Arrays.stream(Trait.Severity.values())
                                .filter(one -> severity != null && one.compareTo(severity) <= 0)
                                .map(Enum::name))
                .<@Nullable String>map(one -> one)
                .toList();
        for (String type : withNone(trait.types())) {
            for (String area : withNone(trait.areas())) {
                severities.forEach(one -> combined.add(trait(type, area, one)));
            }
        }
    }

    private static List<String> withNone(List<String> ids) {
        return Stream.concat(Stream.of(""), ids.stream()).toList();
    }

    /** The term of a combination; null and empty parts do not matter. */
    static String trait(@Nullable String type, @Nullable String area, @Nullable String severity) {
        return Objects.requireNonNullElse(type, "") + "\n" + Objects.requireNonNullElse(area, "") + "\n"
                + Objects.requireNonNullElse(severity, "");
    }

    static String key(Entry entry) {
        return entry.kind() + " " + entry.id();
    }

    static String day(Instant date) {
        return date.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static void keyword(Document row, String field, String value) {
        row.add(new StringField(field, value, Field.Store.NO));
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** What was stored of an entry. */
    static Found read(Document row, Snippet snippet, boolean byWords, double score, double similarity) {
        String severity = row.get(SEVERITY);
        return new Found(
                row.get(ID),
                new EntryDocument(
                        row.get(DOCUMENT + STORED),
                        row.get(PLATFORM + STORED),
                        row.get(PLATFORM_NAME),
                        row.get(TERMS_TYPE + STORED),
                        row.get(LANGUAGE + STORED)),
                List.of(row.getValues(HEADING)),
                row.get(NUMBER),
                List.of(row.getValues(TYPE + STORED)),
                List.of(row.getValues(AREA + STORED)),
                severity == null ? null : Trait.Severity.valueOf(severity),
                Instant.ofEpochMilli(Objects.requireNonNull(row.getField(DATE).numericValue())
                        .longValue()),
                String.join("\n", row.getValues(TEXT)),
                snippet,
                byWords,
                score,
                similarity);
    }
}
