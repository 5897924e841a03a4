package dev.clausewatch.crawler.document;

import dev.clausewatch.crawler.declaration.DeclarationProblem;
import dev.clausewatch.crawler.declaration.DocumentDefinition;
import dev.clausewatch.crawler.declaration.ParsedDeclaration;
import dev.clausewatch.crawler.declaration.PastDeclaration;
import dev.clausewatch.events.ArchiveName;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.DocumentRegistered;
import dev.clausewatch.events.DocumentRetired;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventData;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.Topic;
import dev.clausewatch.runtime.messaging.EventLog;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Which documents are watched. Every registration and retirement is published; registering the same again does nothing. */
@ApplicationScoped
public class DocumentRegistry {

    private static final Logger LOG = Logger.getLogger(DocumentRegistry.class);
    private static final String SOURCE = "/crawler-service";

    private final DocumentRepository documents;
    private final CaptureControl captures;
    private final EventLog eventLog;
    private final jakarta.enterprise.event.Event<DocumentDue> due;
    private final Clock clock;

    DocumentRegistry(
            DocumentRepository documents,
            CaptureControl captures,
            EventLog eventLog,
            jakarta.enterprise.event.Event<DocumentDue> due,
            Clock clock) {
        this.documents = documents;
        this.captures = captures;
        this.eventLog = eventLog;
        this.due = due;
        this.clock = clock;
    }

    /** A document, watched or retired. */
    public Optional<RegisteredDocument> find(String id) {
        return documents.find(id);
    }

    /** How a document was declared in earlier times, oldest first. */
    List<PastDeclaration> history(String id) {
        return documents.history(id);
    }

    /**
     * Puts the declarations of the folder or repository in force: registers what is new or changed, retires what is gone. A file with
     * a problem leaves its documents as they are.
     *
     * @return the problems of files that are valid by themselves but stand in another's way
     */
    List<DeclarationProblem> putAll(List<ParsedDeclaration> readings) {
        List<DeclarationProblem> problems = QuarkusTransaction.requiringNew().call(() -> {
            documents.lockRegistry();
            List<DeclarationProblem> conflicts = new ArrayList<>();
            Set<String> kept = new HashSet<>();
            for (ParsedDeclaration reading : readings) {
                for (DocumentDefinition definition : reading.documents()) {
                    conflict(definition, DocumentOrigin.FOLDER, kept).ifPresentOrElse(conflicts::add, () -> {
                        register(definition, DocumentOrigin.FOLDER);
                        kept.add(definition.id());
                    });
                }
            }
            Set<String> broken = readings.stream()
                    .filter(reading -> !reading.valid())
                    .map(ParsedDeclaration::declaration)
                    .collect(Collectors.toSet());
            documents.watched(DocumentOrigin.FOLDER).stream()
                    .filter(document -> !kept.contains(document.definition().id()))
                    .filter(document -> !broken.contains(document.definition().declaration()))
                    .forEach(this::retire);
            readings.stream().filter(ParsedDeclaration::valid).forEach(this::remember);
            return conflicts;
        });
        due.fire(new DocumentDue());
        return problems;
    }

    /** How many documents that are watched came from the folder or repository. */
    int declaredInFiles() {
        return documents.watched(DocumentOrigin.FOLDER).size();
    }

    /** Keeps the history of a declaration. A document that is declared there alone is known, and retired. */
    private void remember(ParsedDeclaration reading) {
        reading.history().byDocument().forEach((id, past) -> {
            Optional<RegisteredDocument> known = documents.find(id);
            if (known.isEmpty()) {
                PastDeclaration last = past.getLast();
                documents.save(last.definition(), DocumentOrigin.FOLDER, last.validUntil());
                retire(last.definition(), last.validUntil());
            }
            boolean ours = known.map(
                            document -> document.definition().declaration().equals(reading.declaration()))
                    .orElse(true);
            if (ours && !documents.history(id).equals(past)) {
                documents.saveHistory(id, past);
            }
        });
    }

    /** Puts one declaration over HTTP in force; documents that it no longer has are retired. */
    List<DeclarationProblem> putDeclaration(ParsedDeclaration reading) {
        List<DeclarationProblem> problems = QuarkusTransaction.requiringNew().call(() -> {
            documents.lockRegistry();
            Set<String> ids =
                    reading.documents().stream().map(DocumentDefinition::id).collect(Collectors.toSet());
            List<DeclarationProblem> conflicts = Stream.concat(
                            fileOfThisName(reading.declaration()).stream(),
                            reading.documents().stream()
                                    .flatMap(
                                            definition -> conflict(definition, DocumentOrigin.HTTP, Set.of()).stream()))
                    .toList();
            if (conflicts.isEmpty()) {
                reading.documents().forEach(definition -> register(definition, DocumentOrigin.HTTP));
                documents.ofDeclaration(reading.declaration()).stream()
                        .filter(document -> document.origin() == DocumentOrigin.HTTP)
                        .filter(document -> !ids.contains(document.definition().id()))
                        .forEach(this::retire);
            }
            return conflicts;
        });
        due.fire(new DocumentDue());
        return problems;
    }

    /** Retires what of a declaration is of these origins; the number of its documents, 0 when there is none of that name. */
    int dropDeclaration(String declaration, Set<DocumentOrigin> origins) {
        return QuarkusTransaction.requiringNew().call(() -> {
            documents.lockRegistry();
            List<RegisteredDocument> mine = documents.ofDeclaration(declaration).stream()
                    .filter(document -> origins.contains(document.origin()))
                    .toList();
            mine.forEach(this::retire);
            return mine.size();
        });
    }

    /** Where the documents of a declaration come from; empty when none is watched. */
    Optional<DocumentOrigin> originOf(String declaration) {
        return documents.ofDeclaration(declaration).stream()
                .map(RegisteredDocument::origin)
                .findFirst();
    }

    /**
     * Keeps a document that an archive holds, within the caller's transaction. It is not watched before it is declared, under the
     * same id; one that is known stays as it is. Nobody is told before it has a version.
     *
     * @param archive name or address of the archive
     */
    public DocumentRef registerArchived(String service, String termsType, String archive) {
        DocumentDefinition definition = DocumentDefinition.archived(service, termsType, address(archive));
        Optional<RegisteredDocument> known = documents.find(definition.id());
        if (known.isEmpty()) {
            documents.lockRegistry();
            known = documents.find(definition.id());
        }
        if (known.isPresent()) {
            return known.get().definition().ref();
        }
        Instant now = clock.instant();
        documents.save(definition, DocumentOrigin.IMPORT, now);
        documents.retire(definition.id(), now);
        captures.stop(definition.id());
        return definition.ref();
    }

    /** Publishes a document of an archive that has its first version; whoever declared it did so already. */
    public void announceArchived(String id) {
        documents
                .find(id)
                .filter(document -> document.origin() == DocumentOrigin.IMPORT)
                .ifPresent(document -> {
                    Instant now = clock.instant();
                    DocumentRef ref = document.definition().ref();
                    publish(
                            EventType.DOCUMENT_REGISTERED,
                            now,
                            new DocumentRegistered(ref, List.of(), null, null, now));
                    LOG.infof("A document is known from an archive documentId=%s", id);
                });
    }

    private static String address(String archive) {
        try {
            URI uri = new URI(archive);
            if (uri.getHost() != null) {
                return archive;
            }
        } catch (URISyntaxException e) {
            // A name, such as that of a folder.
        }
        return ArchiveName.asUrl(archive);
    }

    /** One name is declared in one place: what came over HTTP beside a file could neither replace nor retire its documents. */
    private Optional<DeclarationProblem> fileOfThisName(String declaration) {
        return documents.ofDeclaration(declaration).stream()
                .filter(document -> document.origin() == DocumentOrigin.FOLDER)
                .findFirst()
                .map(document -> new DeclarationProblem(
                        declaration + ".json",
                        "$",
                        "%s has a declaration of this name, with the document %s"
                                .formatted(
                                        document.origin().words(),
                                        document.definition().id()),
                        "Change that file, or name this declaration otherwise."));
    }

    private Optional<DeclarationProblem> conflict(
            DocumentDefinition definition, DocumentOrigin origin, Set<String> already) {
        Optional<RegisteredDocument> other = documents
                .find(definition.id())
                .filter(RegisteredDocument::watched)
                .filter(document -> document.origin() != origin
                        || already.contains(definition.id())
                        || (origin == DocumentOrigin.HTTP
                                && !document.definition().declaration().equals(definition.declaration())));
        return other.map(document -> new DeclarationProblem(
                definition.declaration() + ".json",
                definition.path(),
                "the document %s is already declared by %s (%s)"
                        .formatted(
                                definition.id(),
                                document.definition().declaration(),
                                document.origin().words()),
                "Remove one of the two declarations, or rename this one."));
    }

    private void register(DocumentDefinition definition, DocumentOrigin origin) {
        Optional<DocumentDefinition> before = documents
                .find(definition.id())
                .filter(RegisteredDocument::watched)
                .map(RegisteredDocument::definition);
        if (before.filter(known -> known.hash().equals(definition.hash())).isPresent()) {
            return;
        }
        Instant now = clock.instant();
        boolean readAsBefore = before.filter(known -> known.readingHash().equals(definition.readingHash()))
                .isPresent();
        documents.save(definition, origin, now);
        // Another category or language is no reason to ask the site; another cadence is kept from now on.
        captures.start(definition.id(), readAsBefore ? now.plus(definition.cadence()) : now);
        publish(
                EventType.DOCUMENT_REGISTERED,
                now,
                new DocumentRegistered(
                        definition.ref(), definition.sources(), definition.category(), definition.cadence(), now));
        LOG.infof("A document is registered documentId=%s origin=%s", definition.id(), origin);
    }

    private void retire(RegisteredDocument document) {
        retire(document.definition(), clock.instant());
    }

    private void retire(DocumentDefinition definition, Instant since) {
        Instant now = clock.instant();
        documents.retire(definition.id(), since);
        captures.stop(definition.id());
        publish(
                EventType.DOCUMENT_RETIRED,
                now,
                new DocumentRetired(
                        definition.ref(), definition.sources(), definition.category(), definition.cadence(), since));
        LOG.infof("A document is retired documentId=%s", definition.id());
    }

    private void publish(EventType type, Instant now, EventData data) {
        eventLog.append(Topic.DOCUMENTS, new Event(Ids.event(type, data.key(), now.toString()), now, SOURCE, data));
    }
}
